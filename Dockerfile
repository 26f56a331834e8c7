# syntax=docker/dockerfile:1

FROM rust:1.95-slim-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
# The registry and the compiled dependencies stay in the builder's cache, so a change of ours rebuilds only ours.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/build/target \
    cargo build --release --locked --package callsheet && \
    cp target/release/callsheet /usr/local/bin/callsheet && \
    install -d -o 65532 -g 65532 -m 0700 /data

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /usr/local/bin/callsheet /usr/local/bin/callsheet
COPY --from=build --chown=65532:65532 /data /data
ENV DATABASE_URL=sqlite:///data/callsheet.db
VOLUME /data
ENTRYPOINT ["/usr/local/bin/callsheet"]
CMD ["run"]

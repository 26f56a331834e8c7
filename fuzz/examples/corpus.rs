//! Unpacks a target's corpus for libFuzzer, or packs it again: `corpus unpack notes`, `corpus pack notes`.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use fuzz::corpus::{Input, pack, unpack};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [what, target] = &*arguments else { return Err(io::Error::other("say pack or unpack, and a target")) };
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let (file, folder) = (corpus.join(target).with_extension("txt"), corpus.join(target));
    match &**what {
        "unpack" => {
            fs::create_dir_all(&folder)?;
            let inputs = unpack(&fs::read_to_string(file)?);
            inputs.into_iter().try_for_each(|input| fs::write(folder.join(input.name), input.bytes))
        }
        "pack" => fs::write(file, pack(inputs(folder)?)),
        _ => Err(io::Error::other("say pack or unpack")),
    }
}

fn inputs(folder: PathBuf) -> io::Result<Vec<Input>> {
    let input = |entry: io::Result<fs::DirEntry>| {
        let entry = entry?;
        Ok(Input { name: entry.file_name().to_string_lossy().into_owned(), bytes: fs::read(entry.path())? })
    };
    fs::read_dir(folder)?.map(input).collect()
}

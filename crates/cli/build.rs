//! Tells the linker how to keep the program small.

#[path = "../../packaging/linux/link.rs"]
mod link;

fn main() {
    link::tell();
}

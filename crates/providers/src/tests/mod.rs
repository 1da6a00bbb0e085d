//! Tests of the look-ups over the real tables.

mod domains;
mod mx;
mod shapes;
mod signs;
mod typos;

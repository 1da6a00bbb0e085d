//! Tests of the look-ups over the real tables.

mod devices;
mod domains;
mod mx;
mod own_keys;
mod relays;
mod shapes;
mod signs;
mod typos;

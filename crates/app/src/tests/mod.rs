//! Stories with fake ports.

//! The wizard as a pure state machine

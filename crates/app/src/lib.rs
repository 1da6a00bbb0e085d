//! The controller: runs the wizard's effects through ports and publishes Views

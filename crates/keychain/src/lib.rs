//! Secrets in the keychain of the operating system

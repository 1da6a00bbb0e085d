//! The texts of the locales, formatted for programs that have no web view

//! From a mail domain to ranked candidate settings with evidence

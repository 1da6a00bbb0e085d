//! Looking for the test message by IMAP or POP3

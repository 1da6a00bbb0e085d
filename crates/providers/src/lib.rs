//! What is known of mail providers, and the look-ups over it

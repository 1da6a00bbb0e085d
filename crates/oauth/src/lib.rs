//! Browser consent: clients, PKCE, loopback listener, refresh, revoke

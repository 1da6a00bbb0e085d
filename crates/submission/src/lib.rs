//! Handing one message over by SMTP, stage by stage

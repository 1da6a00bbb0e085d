//! What a failure means: from provider, login, stage and reply to a Problem

//! Fakes of every port and scripted servers; for tests and the demonstration only

//! What crosses the border between Todoita and a user interface, and the words both sides use for it.
//!
//! Lives here: [`View`], [`Command`], [`Text`], [`Problem`], and the vocabulary of mail they need
//! ([`Stage`], [`Login`], [`Server`], ...). Plain data only. Does not live here: any rule (crate `wizard`),
//! any text a person reads (folder `locales`), any secret (crate `secret`; a secret has no type here at all).
//!
//! With feature `ts` every type is also written out as TypeScript for the user interface.

mod action;
mod card;
mod check;
mod command;
mod evidence;
mod mail;
mod problem;
mod records;
mod relay;
mod stage;
mod text;
mod view;

pub use action::{Action, ActionView, Place};
pub use card::{AccountCard, CardRow, Detail, Letter, WatchLine};
pub use check::{CheckLine, LineState};
pub use command::{Command, Field, FieldId, SecretSlot};
pub use evidence::{Evidence, EvidenceLine, EvidenceSource, Heard};
pub use mail::{
    AccountKind, Language, Login, MailboxServer, Protocol, Route, Security, Server, Trust, UserName, Verdict,
};
pub use problem::{Certainty, Problem, ProblemCode, Said, Who};
pub use records::{DnsRecord, RecordLine, RecordName, RecordState};
pub use relay::{PlaceChoice, RelayChoice, RelayPlace, RelayPlaceKind};
pub use stage::Stage;
pub use text::{Arg, Text};
pub use view::{
    AddressHint, Ask, ConsentPhase, HandsOver, NamePiece, Organisation, PasswordKind, Screen, StepMark,
    StepName, StepPicture, StepState, Tone, Unopened, View,
};

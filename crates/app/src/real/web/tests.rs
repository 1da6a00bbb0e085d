use contract::{Route, Security, Server};

use super::api;

#[test]
fn the_server_shown_for_a_door_is_the_one_that_is_asked() {
    for route in [Route::GmailApi, Route::Graph, Route::GraphGov, Route::GraphChina] {
        let host = api(route).unwrap().host().to_owned();
        assert_eq!(route.server(), Some(Server { host, port: 443, security: Security::Tls }));
    }
    assert_eq!((api(Route::Smtp), Route::Smtp.server()), (None, None));
}

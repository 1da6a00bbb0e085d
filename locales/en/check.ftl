# The lines of the check: to do, now, done, failed.

check-find-todo = Find the mail server
check-find-now = Finding the mail server…
check-find-done = The mail server is known
check-find-failed = No mail server was found

check-connect-todo = Connect to the server
check-connect-now = Connecting to the server…
check-connect-done = Connected to the server
check-connect-instead = Connected to the server (by { $family })
check-connect-failed = Could not connect to the server

check-secure-todo = Encrypt the line
check-secure-now = Encrypting the line…
check-secure-done = The line is encrypted ({ $detail })
check-secure-failed = The line could not be encrypted

check-sign-in-todo = Sign in
check-sign-in-now = Signing in…
check-sign-in-done = Signed in
check-sign-in-failed = Could not sign in

check-sender-todo = Check that you may send as this address
check-sender-now = Checking that you may send as this address…
check-sender-done = You may send as this address
check-sender-failed = You may not send as this address

check-hand-over-todo = Hand over the test message
check-hand-over-now = Handing over the test message…
check-hand-over-done = The server took the test message
check-hand-over-failed = The test message was not taken

check-keep-todo = Store it in this computer’s password store
check-keep-now = Storing it in this computer’s password store…
check-keep-done = Stored in this computer’s password store
check-keep-failed = It could not be stored

# The test message, and the last page in the browser.

message-subject = Todoita test { $code }
message-title = It arrived
message-line-1 = This is a test message sent by Todoita.
message-line-2 = Go back to the program and press “Yes, it arrived”. The code is { $code }.
message-line-2-command = It was asked for on the command line (todoita test). The code is { $code }.
message-line-3 = It was sent from your own address to your own address, and to nobody else.
message-line-3-other = It was sent from { $address } to { $recipient }, and to nobody else. If you do not know why, you can delete it.

page-done-title = Permission received
page-done-body = Go back to Todoita. It goes on there.
page-missing-title = One box was not ticked
page-missing-body = The permission to send mail was not included. Go back to Todoita and try once more.
page-failed-title = The sign-in was not completed
page-failed-body = Nothing was stored. Go back to Todoita.
page-close = You can close this tab.

notice-trouble = { $address }: sending has a problem
notice-trouble-body = The daily check found it. Open Todoita to see what happened and what to do.
notice-coming = { $address }: sending may stop working
notice-coming-body = Microsoft is ending sending with a password, step by step. Open Todoita to see what to do.
notice-open = Open Todoita

message-no-window = Todoita cannot show its window
message-no-window-body = What shows the screens is missing on this computer, or broken. Install this, then open Todoita again: { $remedy }
message-no-authorities = Todoita cannot make a safe connection
message-no-authorities-body = The list of authorities by which servers prove who they are is missing on this computer. On Linux, install the package ca-certificates, then open Todoita again.

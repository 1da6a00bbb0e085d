# The command line `todoita`. Long names of options are the same in both languages.

cli-help =
    todoita { $version }: sends one test message and tells whether it arrived.

    todoita detect ADDRESS [--explain]   finds the settings of an address
    todoita accounts                     lists the accounts that were set up
    todoita test ACCOUNT                 sends one test message and looks for it
    todoita remove ACCOUNT               revokes the permission and deletes every secret
    todoita diagnose [--provider P] [--login L] [--stage S] [--reply "..."]
                                         says what a server's reply means
    todoita check DOMAIN [--relay ID]    looks at what the domain's settings say about sending

    With every command:
      --json          one JSON object instead of sentences
      --lang ja|en    Japanese or English
      --help, -h      this text
      --version, -V   the version

    An account is set up in the window program. Passwords and other secrets are never taken here:
    command lines can be read by others.
    Exit codes: 0 good; 2 wrongly called; 10 to 20 the stage that failed; 30 not seen yet;
    31 somebody has to say where the mail is read; 32 a setting of the domain is missing or faulty;
    33 the mailbox could not be looked into.

cli-misuse-no-command = Say what to do: detect, accounts, test, remove, diagnose or check.
cli-misuse-command = There is no such command. There are detect, accounts, test, remove, diagnose and check.
cli-misuse-option = There is no option { $option } here.
cli-misuse-secret = { $option }: secrets are not taken on the command line, because others can read it. Set the account up in the window program.
cli-misuse-value = The option { $option } takes no value.
cli-misuse-language = After --lang comes ja or en.
cli-misuse-address-missing = After “detect” comes an address.
cli-misuse-account-missing = The name of the account is missing. “todoita accounts” shows them.
cli-misuse-too-many = There is one word too many.
cli-misuse-not-text = The command line is not valid text.
cli-misuse-more = “todoita --help” shows what there is.
cli-account-unknown = There is no such account. “todoita accounts” shows them.
cli-clients-fault = The file with the program’s own registration is faulty, so it is not used: { $place }
cli-unfit = The program cannot make a safe connection on this computer.

cli-verdict-ready = It can be set up now.
cli-verdict-needs-preparation = It can be set up. One thing has to be prepared at the provider first.
cli-verdict-impossible = It cannot be set up: this service takes no mail from other programs.
cli-verdict-unknown = Nothing is known of it.
way-out-bridge = With a paid plan, the service’s own program “Bridge” makes a mail server on your computer. This program does not sign in to it.
way-out-own-program = Mail is sent there only in the service’s own program or in the browser.
way-out-ended = The service has ended. Another address is needed.
cli-suggestion = Did you mean { $suggestion }?

cli-login-oauth = consent in the browser
cli-login-app-password = an app password
cli-login-password = the ordinary password
cli-login-relay-key = the key of the sending service
cli-logins = Sign-in: { $logins }
cli-user-name = User name: { $name }
cli-user-name-told = User name: { $name } (the provider tells it)
cli-outgoing = Outgoing: { $host } port { $port }, { $security }
cli-incoming = Incoming: { $host } port { $port }, { $security } ({ $protocol })
cli-security-tls = TLS
cli-security-starttls = STARTTLS
cli-trust = Trust: { $trust }
cli-question = Where do you read this mail? Look at the address at the top of the browser:
cli-evidence = Who was asked:
cli-elapsed = Found in { $ms } ms.

cli-accounts-none = No account is set up yet.
cli-test-begin = Sending one test message from { $address } to itself.
cli-test-begin-other = Sending one test message from { $address } to { $recipient }.
cli-test-code = The code in its subject is { $code }.
cli-test-inbox = It arrived in the inbox after { $seconds } s.
cli-test-elsewhere = It arrived, and a rule has moved it to the folder “{ $folder }”.
cli-test-came-back = A notice came that it could not be delivered.
cli-test-spam = It arrived in the spam folder after { $seconds } s.
cli-test-not-seen = The server took it, but it was not to be seen within a minute. It may still arrive.
cli-test-could-not-look = The server took it, but the mailbox could not be looked into, so this program does not know whether it arrived. Please look there yourself.
cli-test-not-looked = The server took it. This program may not look into the mailbox: please look there yourself.
cli-remedies = What can be done:
cli-said = The server said: { $said }

cli-the-server = the mail server
cli-certainty-sure = This is certain.
cli-certainty-likely = This is likely; there are other causes.
cli-buttons = Buttons in the window: { $buttons }
cli-misuse-login = --login takes oauth, app-password, password, relay-key or none.
cli-misuse-stage = --stage takes connect, secure, sign-in, sender, hand-over, consent, token, imap or pop.
cli-misuse-value-missing = An option lacks its value.
cli-check-found = [found]   { $name }:
cli-check-missing = [missing] { $name }:
cli-check-faulty = [change]  { $name }:
cli-check-unseen = [unseen]  { $name }:
cli-check-add = The line to add:
cli-check-instead = The line to put in its place:
cli-check-ask = [administrator]
cli-misuse-domain-missing = Say which domain or address to check (for example: todoita check example.com).
cli-misuse-relay = There is no sending service of that name here. The names are in docs/cli.md.

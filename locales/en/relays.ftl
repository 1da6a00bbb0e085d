### Sending services: whom each suits, and how its key is made.

relay-suits-any-address = You can begin by confirming a single address. It works for your own domain too.
relay-suits-aws = For people who use Amazon’s cloud (AWS) already.
relay-suits-azure = For companies that use Microsoft’s cloud (Azure) already.
relay-suits-europe = For people who want a company in Europe. You can begin by confirming a single address.
relay-suits-google-company = For a company at Google Workspace whose administrator has set up the SMTP relay. It sends inside the company and outside.
relay-suits-its-address = The sender is always the @msgwing.com address that the service gives you. Your own address cannot be the sender.
relay-suits-japan = For people who want a contract with a company in Japan.
relay-suits-korea = For people who use NHN Cloud in Korea already.
relay-suits-mailchimp = For people who use Mailchimp already.
relay-suits-many-doors = For networks where the usual ways out are blocked. It has many ways in.
relay-suits-microsoft-inside = For a company at Microsoft 365 whose administrator has set up HVE. It sends inside the company only.
relay-suits-oracle = For people who use Oracle’s cloud (OCI) already.
relay-suits-own-domain = For people who have their own domain (the name after the @) and can change its settings.

relay-before-address = First have the sender’s address or domain confirmed at { $provider }. Until then nothing is sent.
relay-before-administrator = First the company’s administrator has to set up { $provider }. If that has not been done, show this page to the administrator.
relay-before-domain = First have the sender’s domain confirmed at { $provider }. Until then nothing is sent.
relay-before-sandbox = First have the sender confirmed at { $provider }. With a new account, mail may go to confirmed people only. If so, have the recipient of the test confirmed at { $provider } too.

relay-step-page = Open { $provider } and sign in.
relay-step-page-app-password = Open Google’s page for app passwords and sign in. Turn on 2-step verification first.
relay-step-make = Make the “{ $key }”. It may be shown only once.
relay-step-copy = Copy the “{ $key }” and paste it below.
relay-step-paper = Have the papers or the mail from { $provider } at hand.
relay-step-paper-administrator = Have at hand what the administrator gave you for { $provider }.
relay-step-type = Fill in the fields below just as it says there.

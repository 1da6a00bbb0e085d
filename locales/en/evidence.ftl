# Who was asked in the search, and what came back: in the window and in `todoita detect --explain`.

## Who was asked

source-domain-table = This program’s own list
source-mx = The DNS: where mail of this domain is taken in (MX)
source-ns = The DNS: who runs the name servers (NS)
source-ptr = The DNS: whose computer the mail server is (PTR)
source-autoconfig = The instructions for mail programs (autoconfig)
source-well-known = The instructions on the domain’s website (.well-known)
source-ispdb = A public list of settings (ISPDB)
source-srv = The DNS: which servers the domain offers (SRV)
source-pacc = The instructions in the new form (PACC)
source-openid-configuration = Microsoft: whether it knows this domain
source-spf = The DNS: who may send for this domain (SPF)
source-dkim = The DNS: who signs mail of this domain (DKIM)
source-probe = Trying the usual server name

## What came back

heard-found = There are settings: { $detail }.
heard-provider = It is a service that we know: { $detail }.
heard-filter = A mail filter stands in front of the mailbox: { $detail }.
heard-forwarding = Mail is passed on from here to another place: { $detail }.
heard-hint = A weak sign points to { $detail }.
heard-tenant =
    { $detail ->
        [us-government] The domain is known there, in the part for the US government.
        [us-defense] The domain is known there, in the part for the US Department of Defense.
        [china] The domain is known there, in the part for China.
       *[world] The domain is known there.
    }
heard-nothing = There was nothing.
heard-unknown-host = We do not know this server name.
heard-not-offered = The domain says that it does not offer this.
heard-null-mx = The domain says that it takes no mail.
heard-no-mx = It does not say where its mail is taken in.
heard-no-domain = There is no such domain.
heard-not-reached = No answer came in time.
heard-lookup-failed = The look-up failed.
heard-bad-certificate = The server could not prove who it is, so we did not read what it said.
heard-not-a-configuration = What came back was no settings.
heard-refused =
    { $detail ->
        [private-address] It leads into a private network, so we did not go there.
        [too-large] It was too large, so we did not read on.
        [redirect] It led on to a place that is not safe, so we did not follow.
        [document-type] The file had parts that can do harm, so we did not use it.
        [too-deep] The file was built in a way that can do harm, so we did not use it.
       *[other] It was not safe, so we did not use it.
    }
heard-only-unprotected = There are only servers without protection. We do not use those.
heard-no-usable-server = There is a server, but none that can be used here.
heard-takes-no-password = There is a server, but it takes no password.

## How far it is believed

trust-table = our own table
trust-domain = the domain’s own word
trust-unproven = not certain yet

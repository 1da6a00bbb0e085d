"""What each provider's submission server announces and says: texts only, no behaviour.

Google's and Microsoft's wording follows the replies they publish; identifiers in it are made up.
"""
import time

from . import world as w


class Face:
    """A small host with Postfix's way of speaking."""
    ports = (465, 587)
    greets_after = 0           # seconds
    mechanisms = ('PLAIN', 'LOGIN')
    challenge = ''             # base64 text of the 334 that goes before a token's refusal; empty: none
    token_scopes = ()
    ready = '{host} ESMTP'
    features = ('PIPELINING', 'SIZE 26214400', 'ENHANCEDSTATUSCODES', '8BITMIME', 'CHUNKING')
    hello = '{host}'
    accepted = '235 2.7.0 Authentication successful'
    refused = '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6'
    no_mechanism = '535 5.7.8 Error: authentication failed: Invalid authentication mechanism'
    before_tls = '530 5.7.0 Must issue a STARTTLS command first'
    before_auth = '554 5.7.1 <{client}>: Client host rejected: Access denied'
    mail_ok = '250 2.1.0 Ok'
    rcpt_ok = '250 2.1.5 Ok'
    rcpt_unknown = '550 5.1.1 <{rcpt}>: Recipient address rejected: User unknown in virtual mailbox table'
    data_ok = '354 End data with <CR><LF>.<CR><LF>'
    sender_refused = '553 5.7.1 <{sender}>: Sender address rejected: not owned by user {user}'
    sender_refused_at = 'RCPT'
    queued = '250 2.0.0 Ok: queued as {id}'
    bye = '221 2.0.0 Bye'
    unknown = '502 5.5.2 Error: command not recognized'

    def password(self, account, password, user):
        """None when the password opens the door, else the refusal."""
        return None if password == account['password'] else self.refused


class Google(Face):
    mechanisms = ('LOGIN', 'PLAIN', 'XOAUTH2', 'PLAIN-CLIENTTOKEN', 'OAUTHBEARER', 'XOAUTH')
    challenge = 'eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZ29vZ2xlLmNvbS8ifQ=='
    token_scopes = ('https://mail.google.com/',)
    ready = '{host} ESMTP {id} - gsmtp'
    features = ('SIZE 35882577', '8BITMIME', 'AUTH', 'ENHANCEDSTATUSCODES', 'PIPELINING', 'CHUNKING', 'SMTPUTF8')
    hello = '{host} at your service, [{client}]'
    accepted = '235 2.7.0 Accepted'
    refused = ('535-5.7.8 Username and Password not accepted. For more information, go to\r\n'
               '535 5.7.8  https://support.google.com/mail/?p=BadCredentials {id} - gsmtp')
    app_password_wanted = ('534-5.7.9 Application-specific password required. For more information, go to\r\n'
                           '534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor {id} - gsmtp')
    web_login = ('534-5.7.9 Please log in with your web browser and then try again. For more\r\n534-5.7.9 information, go to\r\n'
                 '534 5.7.9  https://support.google.com/mail/?p=WebLoginRequired {id} - gsmtp')
    too_many = ('454-4.7.0 Too many login attempts, please try again later. For more information, go to\r\n'
                '454 4.7.0  https://support.google.com/mail/answer/7126229 {id} - gsmtp')
    no_mechanism = '504 5.7.4 Unrecognized Authentication Type {id} - gsmtp'
    before_tls = '530 5.7.0 Must issue a STARTTLS command first. {id} - gsmtp'
    before_auth = ('530-5.7.0 Authentication Required. For more information, go to\r\n'
                   '530 5.7.0  https://support.google.com/mail/?p=WantAuthError {id} - gsmtp')
    mail_ok = '250 2.1.0 OK {id} - gsmtp'
    rcpt_ok = '250 2.1.5 OK {id} - gsmtp'
    rcpt_unknown = ('550-5.1.1 The email account that you tried to reach does not exist. Please try\r\n'
                    '550 5.1.1  https://support.google.com/mail/?p=NoSuchUser {id} - gsmtp')
    data_ok = '354 Go ahead {id} - gsmtp'
    sender_refused_at = None     # Gmail puts the owner's address in place of a foreign one and goes on
    queued = '250 2.0.0 OK  {now} {id} - gsmtp'
    bye = '221 2.0.0 closing connection {id} - gsmtp'
    unknown = '502 5.5.1 Unrecognized command. {id} - gsmtp'

    def password(self, account, password, user):
        if password == account['password']:
            return self.app_password_wanted
        # shown in four groups: the blanks between them are not part of it
        return None if account.get('app_password') == password.replace(' ', '') else self.refused


class Microsoft(Face):
    ports = (587,)
    mechanisms = ('LOGIN', 'XOAUTH2')
    token_scopes = ('https://outlook.office.com/SMTP.Send', 'https://outlook.office365.com/SMTP.Send')
    ready = 'TYCP286CA0042.outlook.office365.com Microsoft ESMTP MAIL Service ready at {date} [08DE2A7C1B3F4D5E]'
    features = ('SIZE 157286400', 'PIPELINING', 'DSN', 'ENHANCEDSTATUSCODES', 'AUTH', '8BITMIME', 'BINARYMIME', 'CHUNKING', 'SMTPUTF8')
    hello = 'TYCP286CA0042.outlook.office365.com Hello [{client}]'
    tail = ' [TYCP286CA0042.JPNP286.PROD.OUTLOOK.COM {iso} 08DE2A7C1B3F4D5E]'
    accepted = '235 2.7.0 Authentication successful'
    refused = '535 5.7.3 Authentication unsuccessful' + tail
    basic_disabled = '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.' + tail
    tenant_disabled = ('535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. '
                       'Visit https://aka.ms/smtp_auth_disabled for more information.' + tail)
    mailbox_disabled = ('535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. '
                        'Visit https://aka.ms/smtp_auth_disabled for more information.' + tail)
    security_defaults = '535 5.7.139 Authentication unsuccessful, user is locked by your organization\'s security defaults policy. Contact your administrator.' + tail
    criteria = '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.' + tail
    no_mechanism = '504 5.7.4 Unrecognized authentication type' + tail
    before_tls = '451 5.7.3 STARTTLS is required to send mail' + tail
    before_auth = '530 5.7.57 Client not authenticated to send mail.' + tail
    mail_ok = '250 2.1.0 Sender OK'
    rcpt_ok = '250 2.1.5 Recipient OK'
    rcpt_unknown = '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient {rcpt} not found by SMTP address lookup'
    data_ok = '354 Start mail input; end with <CRLF>.<CRLF>'
    sender_refused = '554 5.2.252 SendAsDenied; {user} not allowed to send as {sender}; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied;'
    sender_refused_at = 'DATA'
    queued = '250 2.0.0 OK <{id}@TYCP286MB0042.JPNP286.PROD.OUTLOOK.COM> [Hostname=TYCP286MB0042.JPNP286.PROD.OUTLOOK.COM]'
    bye = '221 2.0.0 Service closing transmission channel'
    unknown = '500 5.3.3 Unrecognized command' + tail

    def password(self, account, password, user):
        return self.basic_disabled


class MicrosoftChina(Microsoft):
    token_scopes = ('https://partner.outlook.cn/SMTP.Send',)


class MicrosoftGovernment(Microsoft):
    token_scopes = ('https://outlook.office365.us/SMTP.Send',)


class ICloud(Face):
    ports = (587,)
    mechanisms = ('LOGIN', 'PLAIN')
    ready = 'iCloud SMTP - {host} ESMTP'
    features = ('PIPELINING', 'SIZE 28311552', 'AUTH', 'ENHANCEDSTATUSCODES', '8BITMIME')
    accepted = '235 2.7.0 Authentication successful'
    refused = '535 5.7.8 Error: authentication failed: authentication failure'
    before_auth = '530 5.7.1 Authentication required'
    sender_refused = '550 5.7.0 From address is not one of your addresses'

    def password(self, account, password, user):
        return None if password == account['app_password'] else self.refused


class SendGrid(Face):
    ready = 'SG ESMTP service ready at {host}'
    features = ('8BITMIME', 'PIPELINING', 'SIZE 31457280')
    accepted = '235 Authentication successful'
    refused = '535 Authentication failed: The provided authorization grant is invalid, expired, or revoked'
    mail_ok = '250 Sender address accepted'
    rcpt_ok = '250 Recipient address accepted'
    data_ok = '354 Continue'
    sender_refused = ('550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved. '
                      'Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender Identity requirements')
    sender_refused_at = 'DATA'
    queued = '250 Ok: queued as {id}'


class TlsOnly(Face):
    ports = (465,)


class StarttlsOnly(Face):
    ports = (587,)


class Slow(Face):
    greets_after = 1.5


FACES = {'google': Google(), 'microsoft': Microsoft(), 'microsoft-china': MicrosoftChina(), 'microsoft-gov': MicrosoftGovernment(),
         'icloud': ICloud(), 'sendgrid': SendGrid(), 'small': Face(), 'tls-only': TlsOnly(), 'starttls-only': StarttlsOnly(), 'slow': Slow()}


def fill(text, **values):
    """A reply with its place-holders filled; every line ends with CRLF."""
    now = time.time()
    values = {'id': f'd2e1a72fcca58-pretend.{int(now * 1000) % 10000000:07d}', 'now': int(now), 'iso': time.strftime('%Y-%m-%dT%H:%M:%S.000Z', time.gmtime(now)),
              'date': time.strftime('%a, %d %b %Y %H:%M:%S +0000', time.gmtime(now)), 'client': w.CLIENT, **values}
    for name, value in values.items():
        text = text.replace('{%s}' % name, str(value))
    return text + '\r\n'

"""The sending calls of the Gmail API and of Microsoft Graph: what they check, what they answer, and their errors on demand."""
import base64
import email.message
import hashlib
import json
import re

from . import delivery, state
from . import world as w

GMAIL = ('https://www.googleapis.com/auth/gmail.send', 'https://mail.google.com/')
GRAPHS = {'microsoft': 'graph.microsoft.com', 'microsoft-china': 'microsoftgraph.chinacloudapi.cn', 'microsoft-gov': 'graph.microsoft.us'}
CALLS = {
    'gmail.googleapis.com/gmail/v1/users/me/messages/send': ('google', 'json'),
    'gmail.googleapis.com/upload/gmail/v1/users/me/messages/send': ('google', 'upload'),
    **{f'{host}/v1.0/me/sendMail': (cloud, 'graph') for cloud, host in GRAPHS.items()},
}
LARGEST = {'google': 35 * 1024 * 1024} | dict.fromkeys(GRAPHS, 4 * 1024 * 1024)    # of the request


def google(status, reason, message, detail=None, word=None, headers=None):
    error = {'code': status, 'message': message, 'errors': [{'message': message, 'domain': 'global', 'reason': reason}], 'status': word or 'PERMISSION_DENIED'}
    if detail:
        error['details'] = [{'@type': 'type.googleapis.com/google.rpc.ErrorInfo', 'reason': detail, 'domain': 'googleapis.com'}]
    return status, headers or {}, {'error': error}


def graph(status, code, message, headers=None):
    inner = {'date': '2026-11-24T10:00:00', 'request-id': '00000000-0000-4000-8000-000000000007'}
    return status, headers or {}, {'error': {'code': code, 'message': message, 'innerError': inner}}


OFF = 'Gmail API has not been used in project 123456789012 before or it is disabled. Enable it by visiting the page of the project, then retry.'
# What the knob `api` of an account names.
ERRORS = {
    'accessNotConfigured': google(403, 'accessNotConfigured', OFF, 'SERVICE_DISABLED'),
    'insufficientPermissions': google(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'),
    'authError': google(401, 'authError', 'Invalid Credentials', word='UNAUTHENTICATED'),
    'domainPolicy': google(403, 'domainPolicy', 'The domain administrators have disabled Gmail apps.'),
    'rateLimitExceeded': google(429, 'rateLimitExceeded', 'Rate Limit Exceeded', word='RESOURCE_EXHAUSTED', headers={'Retry-After': '7'}),
    'userRateLimitExceeded': google(403, 'userRateLimitExceeded', 'User Rate Limit Exceeded'),
    'dailyLimitExceeded': google(403, 'dailyLimitExceeded', 'Daily Limit Exceeded'),
    'uploadTooLarge': google(413, 'uploadTooLarge', 'Request is too large.', word='INVALID_ARGUMENT'),
    'invalidArgument': google(400, 'invalidArgument', 'Recipient address required', word='INVALID_ARGUMENT'),
    'mailNotEnabled': google(400, 'failedPrecondition', 'Mail service not enabled', word='FAILED_PRECONDITION'),
    'backendError': google(500, 'backendError', 'Backend Error', word='INTERNAL'),
    'ErrorSendAsDenied': graph(403, 'ErrorSendAsDenied', 'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.'),
    'ErrorAccessDenied': graph(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.'),
    'AccessPolicy': graph(403, 'ErrorAccessDenied', 'Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.'),
    'InvalidAuthenticationToken': graph(401, 'InvalidAuthenticationToken', 'Access token has expired or is not yet valid.', {'WWW-Authenticate': 'Bearer realm="", error="invalid_token"'}),
    'ErrorQuotaExceeded': graph(507, 'ErrorQuotaExceeded', 'Mailbox has exceeded maximum mailbox size.'),
    'ErrorMessageSizeExceeded': graph(413, 'ErrorMessageSizeExceeded', 'The message exceeds the maximum supported size.'),
    'ErrorExceededMessageLimit': graph(429, 'ErrorExceededMessageLimit', 'The message was not sent because the limit of messages was exceeded.'),
    'MailboxNotEnabledForRESTAPI': graph(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.'),
    'ApplicationThrottled': graph(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {'Retry-After': '12'}),
    'ErrorInvalidRecipients': graph(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.'),
    'ErrorInternalServerTransientError': graph(503, 'ErrorInternalServerTransientError', 'Cannot process the request now. Try again later.', {'Retry-After': '3'}),
    'UnknownError': graph(504, 'UnknownError', ''),
    'moved': (302, {'Location': 'https://sv1.hosting.example/v1.0/me/sendMail'}, None),
    'html': (502, {'Content-Type': 'text/html'}, '<!doctype html><title>502</title><h1>Bad Gateway</h1>'),
}


def encoded(status, headers, body):
    """An answer for the wire."""
    if body is None:
        return status, headers, b''
    if isinstance(body, str):
        return status, headers, body.encode()
    return status, {'Content-Type': 'application/json; charset=UTF-8', **headers}, json.dumps(body).encode()


def answer(call, path, headers, body, client):
    """(status, headers, body), or None for a call that does not exist."""
    if call not in CALLS:
        return None
    provider, form = CALLS[call]
    owner, result = judge(provider, form, path, headers, body, client)
    state.calls.append({'call': call, 'owner': owner, 'status': result[0], 'request_bytes': len(body)} | ({'sha256': result[3]} if len(result) > 3 else {}))
    return encoded(*result[:3])


def judge(provider, form, path, headers, body, client):
    """(owner, (status, headers, body[, sha256 of the message]))"""
    about = delivery.introspect(headers.get('Authorization', '').removeprefix('Bearer '))
    if not about.get('active') or about['provider'] != provider:
        return None, ERRORS['authError' if provider == 'google' else 'InvalidAuthenticationToken']
    owner = about['email']
    if not set(about['scope'].split()) & set(GMAIL if provider == 'google' else (f'https://{GRAPHS[provider]}/Mail.Send', 'Mail.Send')):
        return owner, ERRORS['insufficientPermissions' if provider == 'google' else 'ErrorAccessDenied']
    wanted = state.knob(owner, 'api')
    if wanted:
        return owner, ERRORS[wanted]
    if len(body) > LARGEST[provider]:
        return owner, ERRORS['uploadTooLarge' if provider == 'google' else 'ErrorMessageSizeExceeded']
    try:
        raw = message(form, path, headers, body, owner)
    except (ValueError, KeyError) as e:
        return owner, google(400, 'badRequest', str(e), word='INVALID_ARGUMENT') if provider == 'google' else graph(400, 'ErrorMimeContentInvalidBase64String', 'Invalid base64 string for MIME content.')
    recipients, sender = addresses(raw, b'To|Cc|Bcc'), addresses(raw, b'From')
    if not recipients:
        return owner, ERRORS['invalidArgument' if provider == 'google' else 'ErrorInvalidRecipients']
    if provider in GRAPHS and sender != [owner]:
        return owner, ERRORS['ErrorSendAsDenied']
    delivery.deliver(owner, [r for r in recipients if r in w.ACCOUNTS], delivery.received(call_host(provider), client, 'HTTPS') + raw)
    digest = hashlib.sha256(raw).hexdigest()
    if provider == 'google':
        return owner, (200, {}, {'id': digest[:16], 'threadId': digest[:16], 'labelIds': ['SENT']}, digest)
    return owner, (202, {'request-id': '00000000-0000-4000-8000-000000000007'}, None, digest)


def call_host(provider):
    return GRAPHS.get(provider, 'gmail.googleapis.com')


def message(form, path, headers, body, owner):
    """The message of a request, byte for byte; ValueError where there is none."""
    kind = headers.get('Content-Type', '').split(';')[0].strip()
    if form == 'upload':
        if 'uploadType=media' not in path or kind != 'message/rfc822':
            raise ValueError(f"Media type '{kind}' is not supported. Valid media types: [message/rfc822]")
        raw = body
    elif form == 'json':
        text = json.loads(body)['raw']
        raw = base64.b64decode(text + '=' * (-len(text) % 4), altchars=b'-_', validate=True)
    elif kind == 'application/json':
        return of_json(json.loads(body)['message'], owner)
    else:
        raw = base64.b64decode(body, validate=True)
    if re.search(rb'(?<!\r)\n|\r(?!\n)', raw):
        raise ValueError('Bare line ends')      # the real ones mend it; a program that counts on it is found out here
    return raw


def of_json(m, owner):
    mime = email.message.EmailMessage()
    mime['From'], mime['To'], mime['Subject'] = owner, ', '.join(r['emailAddress']['address'] for r in m['toRecipients']), m.get('subject', '')
    mime.set_content(m['body']['content'], subtype='html' if m['body'].get('contentType', '').lower() == 'html' else 'plain')
    return mime.as_bytes().replace(b'\n', b'\r\n')


def addresses(raw, names):
    """The addresses in the header fields of these names."""
    found = re.findall(rb'(?im)^(?:' + names + rb'):(.*(?:\r?\n[ \t].*)*)', raw.split(b'\r\n\r\n', 1)[0])
    return [a.lower() for a in re.findall(r'[\w.+-]+@[\w.-]+', b' '.join(found).decode('utf-8', 'replace'))]

"""The other roads: Gmail API and Microsoft Graph with rights of their own, their errors on demand, and sign-in by a code."""
import base64
import hashlib
import json
import subprocess

from kit import HOME, WORLD, SignIn, check, connect, control, fetch, refresh, xoauth2

TARO, SAKURA, KEIRI = 'taro@gmail.com', 'sakura@outlook.jp', 'keiri@ms-company.example'
SEND, GRAPH_SEND = 'https://www.googleapis.com/auth/gmail.send', 'https://graph.microsoft.com/Mail.Send'
UPLOAD = 'https://gmail.googleapis.com/upload/gmail/v1/users/me/messages/send?uploadType=media'
GRAPH = 'https://graph.microsoft.com/v1.0/me/sendMail'
DOOR = 'https://login.microsoftonline.com/common/oauth2/v2.0'
kept = {}


def letter(user, code):
    """Dots at line starts, an empty line at the end, a long line, bytes beyond ASCII."""
    return f'From: {user}\r\nTo: {user}\r\nSubject: road {code}\r\nMessage-ID: <{code}@proof.example>\r\n\r\n.dot\r\n..\r\n\r\n{"x" * 900}\r\n届いた\r\n\r\n'.encode()


def gmail(token, raw, kind='message/rfc822'):
    return fetch(UPLOAD, body=raw, headers={'Authorization': f'Bearer {token}', 'Content-Type': kind})


def graph(token, raw):
    return fetch(GRAPH, body=base64.b64encode(raw), headers={'Authorization': f'Bearer {token}', 'Content-Type': 'text/plain'})


def read(user, code):
    r = subprocess.run([HOME / 'read-mail.py', user, code], capture_output=True)
    assert r.returncode == 0, r.stderr
    return r.stdout


@check('Google: gmail.send alone is given, sends by the API byte for byte, and opens no SMTP')
def gmail_road():
    t = SignIn('google', {'account': TARO}, scope=f'openid email {SEND}').tokens()
    assert SEND in t['scope'].split() and 'https://mail.google.com/' not in t['scope'] and t['refresh_token'], t
    kept['gmail'] = t['access_token']
    raw = letter(TARO, 'a1b2')
    status, text = gmail(kept['gmail'], raw)
    assert status == 200 and json.loads(text)['labelIds'] == ['SENT'], text
    assert read(TARO, 'a1b2').endswith(raw)
    call = control('/api')['calls'][-1]
    assert call['owner'] == TARO and call['sha256'] == hashlib.sha256(raw).hexdigest() and call['request_bytes'] == len(raw), call
    assert xoauth2(connect('smtp.gmail.com', 465), TARO, kept['gmail'])[0] == 334


@check('Google: the box for gmail.send left unticked gives a token that may not send')
def gmail_unticked():
    t = SignIn('google', {'do': 'untick-mail', 'account': TARO}, scope=f'openid email {SEND}').tokens()
    assert SEND not in t['scope'], t['scope']
    status, text = gmail(t['access_token'], letter(TARO, 'none'))
    assert status == 403 and json.loads(text)['error']['details'][0]['reason'] == 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', text


@check('Google: the API takes message/rfc822 with whole line ends and a recipient, and nothing else')
def gmail_form():
    assert gmail(kept['gmail'], letter(TARO, 'x'), 'text/plain')[0] == 400
    assert gmail(kept['gmail'], letter(TARO, 'x').replace(b'\r\n', b'\n'))[0] == 400
    status, text = gmail(kept['gmail'], b'Subject: nobody\r\n\r\nHello\r\n')
    assert status == 400 and 'Recipient address required' in text, text


@check('Microsoft: Mail.Send alone is given, sends by Graph byte for byte with SMTP AUTH off, and opens no SMTP')
def graph_road():
    control('/account', account=KEIRI, smtp_auth='tenant-disabled')
    t = SignIn('microsoft', {'account': KEIRI}, scope=f'{GRAPH_SEND} offline_access openid profile email').tokens()
    assert t['scope'] == GRAPH_SEND and t['claims']['preferred_username'] == KEIRI, t
    kept['graph'], raw = t['access_token'], letter(KEIRI, 'c3d4')
    assert graph(kept['graph'], raw) == (202, '')
    assert read(KEIRI, 'c3d4').endswith(raw)
    control('/account', account=KEIRI, smtp_auth='ok')
    code, text = xoauth2(connect('smtp.office365.com', 587), KEIRI, kept['graph'])
    assert code == 535 and text.startswith(b'5.7.3 '), text
    again = refresh('microsoft', t['refresh_token'])[1]
    assert graph(again['access_token'], letter(KEIRI, 'e5f6'))[0] == 202


@check('Microsoft: Graph refuses a foreign sender, nobody as recipient, and what is no base64')
def graph_form():
    for raw, name in ((letter('boss@ms-company.example', 'x'), 'ErrorSendAsDenied'), (f'From: {KEIRI}\r\n\r\nHello\r\n'.encode(), 'ErrorInvalidRecipients')):
        status, text = graph(kept['graph'], raw)
        assert status >= 400 and json.loads(text)['error']['code'] == name, text
    status, text = fetch(GRAPH, body=b'not base64!', headers={'Authorization': f"Bearer {kept['graph']}", 'Content-Type': 'text/plain'})
    assert status == 400 and 'ErrorMimeContentInvalidBase64String' in text, text


@check('APIs: every error comes on demand, and goes again')
def errors():
    names = [n for n in control('/api')['errors'] if n not in ('moved', 'html')]
    for user, token, send in ((TARO, 'gmail', gmail), (KEIRI, 'graph', graph)):
        for name in names:
            control('/account', account=user, api=name)
            status, text = send(kept[token], letter(user, 'x'))
            assert status >= 400 and 'error' in json.loads(text), (name, status, text)
        control('/account', account=user, api='html')
        assert send(kept[token], letter(user, 'x'))[1].startswith('<!doctype html>')
        control('/account', account=user, api=None)
        assert send(kept[token], letter(user, 'y'))[0] in (200, 202)
    assert len(names) > 20, names


# ---- sign-in by a code

def start(scope=f'{GRAPH_SEND} offline_access openid profile email'):
    status, text = fetch(f'{DOOR}/devicecode', {'client_id': WORLD['microsoft_clients']['microsoft'], 'scope': scope})
    assert status == 200, text
    return json.loads(text)


def ask(device_code):
    status, text = fetch(f'{DOOR}/token', {'grant_type': 'urn:ietf:params:oauth:grant-type:device_code', 'client_id': WORLD['microsoft_clients']['microsoft'], 'device_code': device_code})
    return status, json.loads(text)


def refused(device_code, name):
    status, out = ask(device_code)
    assert status == 400 and out['error'] == name and out['error_description'].startswith('AADSTS'), out


@check('Code: the answer names Microsoft\'s page, nine characters, the pause; before the person decides it is pending')
def device_start():
    d = start()
    assert d['verification_uri'] == 'https://microsoft.com/devicelogin' and len(d['user_code']) == 9 and d['user_code'].isupper(), d
    assert (d['interval'], d['expires_in']) == (5, 900) and 'verification_uri_complete' not in d, d
    refused(d['device_code'], 'authorization_pending')
    kept['device'] = d


@check('Code: a person types it on the page, wrongly and rightly, and the token sends by Graph')
def device_allow():
    d, page = kept['device'], kept['device']['verification_uri']
    assert 'id=code' in fetch(page)[1]
    address = 'https://login.microsoftonline.com/common/oauth2/deviceauth'
    form = {'code': d['user_code'], 'email': SAKURA, 'password': WORLD['accounts'][SAKURA]['password'], 'do': 'allow'}
    assert 'id=wrong' in fetch(address, {**form, 'password': 'no'})[1]
    assert 'id=wrong' in fetch(address, {**form, 'code': 'BBBBBBBBB'})[1]
    refused(d['device_code'], 'authorization_pending')
    assert 'id=done' in fetch(address, {**form, 'code': d['user_code'].lower()})[1]
    status, t = ask(d['device_code'])
    assert status == 200 and GRAPH_SEND in t['scope'].split() and len(t['refresh_token']) > 1500, t
    claims = json.loads(base64.urlsafe_b64decode(t['id_token'].split('.')[1] + '=='))
    assert claims['preferred_username'] == SAKURA and claims['tid'].startswith('9188040d'), claims
    raw = letter(SAKURA, 'd7e8')
    assert graph(t['access_token'], raw)[0] == 202 and read(SAKURA, 'd7e8').endswith(raw)
    assert refresh('microsoft', t['refresh_token'])[0] == 200
    refused(d['device_code'], 'bad_verification_code')


@check('Code: declined, run out, unknown, blocked by the company: each says so')
def device_ends():
    for do, name in (('deny', 'authorization_declined'), ('expire', 'expired_token')):
        d = start()
        assert control('/device', user_code=d['user_code'], account=SAKURA, do=do) == {'fault': None}
        refused(d['device_code'], name)
    refused('nonsense', 'bad_verification_code')
    control('/account', account=KEIRI, consent='conditional-access')
    fault = control('/device', user_code=start()['user_code'], account=KEIRI)['fault']
    control('/account', account=KEIRI, consent=None)
    assert 'AADSTS53003' in fault, fault
    both = 'https://outlook.office.com/SMTP.Send https://graph.microsoft.com/Mail.Send'
    assert fetch(f'{DOOR}/devicecode', {'client_id': WORLD['microsoft_clients']['microsoft'], 'scope': both})[0] == 400


@check('Code: the test\'s door plays the person, and what the answer says can be changed')
def device_door():
    control('/device/knobs', interval=1, expires_in=60, verification_uri='https://evil.example/')
    d = start('https://outlook.office.com/SMTP.Send offline_access openid profile email')
    control('/device/knobs', interval=5, expires_in=900, verification_uri='https://microsoft.com/devicelogin')
    assert (d['interval'], d['expires_in'], d['verification_uri']) == (1, 60, 'https://evil.example/'), d
    assert control('/device', user_code=d['user_code'], account=KEIRI, do='allow') == {'fault': None}
    status, t = ask(d['device_code'])
    assert status == 200, t
    assert xoauth2(connect('smtp.office365.com', 587), KEIRI, t['access_token'])[0] == 235
    polls = control('/oauth')['microsoft']['device']['polls']
    assert len(polls) >= 8 and polls == sorted(polls), polls

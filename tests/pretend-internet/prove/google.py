"""Pretend Google: sign-in, its tick boxes and refusals, submission, mailbox, revocation."""
import base64
import imaplib
import json

from kit import TRUST, SignIn, WORLD, arrived, b64, check, connect, control, fetch, mail, plain, refresh, xoauth2

TARO, APP = 'taro@gmail.com', WORLD['accounts']['taro@gmail.com']['app_password']
kept = {}


@check('Google: the metadata names the real addresses')
def metadata():
    m = json.loads(fetch('https://accounts.google.com/.well-known/openid-configuration')[1])
    assert (m['issuer'], m['token_endpoint'], m['revocation_endpoint']) == ('https://accounts.google.com', 'https://oauth2.googleapis.com/token', 'https://oauth2.googleapis.com/revoke')


@check('Google: a person allows; any port and path; refresh token, e-mail claim, mail scope')
def allow():
    s = SignIn('google', {'do': 'allow', 'account': TARO}, path='/a-path-of-its-own')
    t = s.tokens()
    assert t['claims']['email'] == TARO and t['claims']['iss'] == 'https://accounts.google.com' and t['claims']['sub'].isdigit(), t['claims']
    assert 'https://mail.google.com/' in t['scope'].split() and t['refresh_token'] and t['expires_in'] == 3599, t
    assert '許可されました' in s.seen['text'], s.seen
    kept.update(t)


@check('Google: the secret of the desktop client is expected, the PKCE verifier too')
def secret():
    s = SignIn('google', {'do': 'allow', 'account': TARO}, login_hint=TARO)
    assert s.exchange(client_secret=None) == (400, {'error': 'invalid_request', 'error_description': 'client_secret is missing.'})
    assert s.exchange(client_secret='GOCSPX-wrong')[0] == 401
    assert s.exchange(code_verifier='x' * 43)[1]['error'] == 'invalid_grant'


@check('Google: a refresh gives an access token and no new refresh token')
def again():
    status, t = refresh('google', kept['refresh_token'])
    assert status == 200 and t['access_token'] != kept['access_token'] and 'refresh_token' not in t, t


@check('Google: a box left unticked is missing from the scope')
def unticked():
    t = SignIn('google', {'do': 'untick-mail', 'account': TARO}).tokens()
    assert 'https://mail.google.com/' not in t['scope'] and t['claims']['email'] == TARO, t
    kept['narrow'] = t['access_token']


@check('Google: Cancel comes back as access_denied')
def denied():
    s = SignIn('google', {'do': 'deny', 'account': TARO})
    assert s.got['error'] == 'access_denied' and s.got['state'] == s.state, s.got


@check('Google: another account than the one hinted at may be chosen')
def other():
    t = SignIn('google', {'do': 'other-account', 'account': 'hanako@gmail.com'}, login_hint=TARO).tokens()
    assert t['claims']['email'] == 'hanako@gmail.com'


@check('Google: a Workspace account carries its domain in the id token')
def workspace():
    t = SignIn('google', {'account': 'info@workspace-company.example'}, login_hint='info@workspace-company.example').tokens()
    assert t['claims']['hd'] == 'workspace-company.example', t['claims']


@check('Google: wrong password and a closed browser bring nothing back; wrong then right does')
def nothing_back():
    for do, ended in (('wrong-password', 'stopped'), ('do-nothing', 'closed')):
        s = SignIn('google', {'do': do, 'account': TARO})
        assert s.got == {} and s.seen['ended'] == ended, s.seen
    assert SignIn('google', {'do': 'wrong-then-right', 'account': TARO}).got['code']


@check('Google: an administrator can block the app')
def admin():
    control('/account', account='info@workspace-company.example', consent='admin-policy')
    s = SignIn('google', {'account': 'info@workspace-company.example'})
    control('/account', account='info@workspace-company.example', consent=None)
    assert s.got == {} and 'admin_policy_enforced' in s.seen['text'], s.seen


@check('Google: a redirect to elsewhere and a request without PKCE are refused')
def refused_requests():
    base = f"https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id={WORLD['google_client']}&scope=openid"
    status, text = fetch(base + '&code_challenge=x&code_challenge_method=S256&redirect_uri=https://elsewhere.example/')
    assert status == 400 and 'redirect_uri' in text, text
    assert 'code' not in SignIn('google', {'do': 'do-nothing'}, patience=4, code_challenge=None, code_challenge_method=None).got


@check('Google: without prompt=consent the second grant has no refresh token')
def offline_rule():
    control('/oauth/revoke', account='hanako@gmail.com')
    assert 'refresh_token' in SignIn('google', {'account': 'hanako@gmail.com'}, prompt=None).tokens()
    assert 'refresh_token' not in SignIn('google', {'account': 'hanako@gmail.com'}, prompt='select_account').tokens()


@check('Google: XOAUTH2 on 465 and OAUTHBEARER on 587 send, and the mail lands')
def send_by_token():
    c = connect('smtp.gmail.com', 465)
    assert c.esmtp_features['size'] == '35882577' and 'XOAUTH2' in c.esmtp_features['auth'], c.esmtp_features
    assert xoauth2(c, TARO, kept['access_token'])[0] == 235
    arrived(TARO, mail(c, TARO))
    c = connect('smtp.gmail.com', 587)
    blob = b64(f"n,a={TARO},\x01host=smtp.gmail.com\x01port=587\x01auth=Bearer {kept['access_token']}\x01\x01")
    assert c.docmd('AUTH', 'OAUTHBEARER ' + blob)[0] == 235
    arrived(TARO, mail(c, TARO))


@check('Google: no AUTH before STARTTLS')
def no_clear_auth():
    import smtplib
    c = smtplib.SMTP('smtp.gmail.com', 587, timeout=5)
    c.ehlo()
    assert 'auth' not in c.esmtp_features and 'starttls' in c.esmtp_features
    assert plain(c, TARO, APP) [0] == 530


@check('Google: a bad or narrow token gets the 334 challenge, then the two-line 535-5.7.8')
def bad_token():
    for user, token in ((TARO, 'ya29.bad'), (TARO, kept['narrow']), ('hanako@gmail.com', kept['access_token'])):
        c = connect('smtp.gmail.com', 465)
        code, text = xoauth2(c, user, token)
        assert code == 334 and json.loads(base64.b64decode(text)) == {'status': '400', 'schemes': 'Bearer', 'scope': 'https://mail.google.com/'}, (code, text)
        c.putcmd('')
        lines = [c.file.readline().decode().rstrip() for _ in range(2)]
        assert lines[0].startswith('535-5.7.8 Username and Password not accepted') and lines[1].startswith('535 5.7.8  https://support.google.com/mail/?p=BadCredentials') and lines[1].endswith(' - gsmtp'), lines


@check('Google: an app password opens, with and without its blanks')
def app_password():
    for password in (APP, ' '.join(APP[i:i + 4] for i in range(0, 16, 4))):
        c = connect('smtp.gmail.com', 465)
        assert plain(c, TARO, password)[0] == 235
    arrived(TARO, mail(c, TARO))


@check('Google: the account password gets 534-5.7.9, a wrong one 535-5.7.8')
def wrong_passwords():
    code, text = plain(connect('smtp.gmail.com', 465), TARO, WORLD['accounts'][TARO]['password'])
    assert code == 534 and text.startswith(b'5.7.9 Application-specific password required.'), (code, text)
    code, text = plain(connect('smtp.gmail.com', 587), TARO, 'aaaabbbbccccdddd')
    assert code == 535 and text.startswith(b'5.7.8 Username and Password not accepted.'), (code, text)


@check('Google: other refusals on demand (confirm in the browser, too many tries, a text of the test)')
def on_demand():
    for knobs, want in (({'smtp_auth': 'web-login'}, b'5.7.9 Please log in with your web browser'), ({'smtp_auth': 'too-many'}, b'4.7.0 Too many login attempts'),
                        ({'smtp_auth': None, 'auth_reply': '421 4.7.0 Try again later'}, b'4.7.0 Try again later')):
        control('/account', account=TARO, **knobs)
        assert plain(connect('smtp.gmail.com', 465), TARO, APP)[1].startswith(want), want
    control('/account', account=TARO, auth_reply=None)
    assert plain(connect('smtp.gmail.com', 465), TARO, APP)[0] == 235


@check('Google: the mailbox opens by token and by app password, not by a narrow token')
def mailbox():
    def enter(token):
        box = imaplib.IMAP4_SSL('imap.gmail.com', ssl_context=TRUST)
        box.authenticate('XOAUTH2', lambda _: f'user={TARO}\x01auth=Bearer {token}\x01\x01'.encode())
        return box.select('INBOX')[0]
    assert enter(kept['access_token']) == 'OK'
    assert imaplib.IMAP4_SSL('imap.gmail.com', ssl_context=TRUST).login(TARO, APP)[0] == 'OK'
    for bad in (kept['narrow'], 'nonsense'):
        try:
            enter(bad)
        except imaplib.IMAP4.error:
            continue
        raise AssertionError('a bad token opened the mailbox')


@check('Google: the Gmail API sends with a token and refuses without')
def api():
    raw = base64.urlsafe_b64encode(f'From: {TARO}\r\nTo: {TARO}\r\nSubject: by api 77aa\r\n\r\nHello\r\n'.encode()).decode()
    url = 'https://gmail.googleapis.com/gmail/v1/users/me/messages/send'
    assert fetch(url, body=json.dumps({'raw': raw}).encode(), headers={'Authorization': f"Bearer {kept['access_token']}"})[0] == 200
    arrived(TARO, '77aa')
    assert fetch(url, body=json.dumps({'raw': raw}).encode(), headers={'Authorization': 'Bearer no'})[0] == 401


@check('Google: the token address can be slow or broken for a while')
def broken_token_address():
    control('/oauth', provider='google', token_fail={'status': 503, 'body': '<html>busy', 'type': 'text/html', 'times': 1})
    before = control('/oauth')['google']['counts']['refresh']
    assert refresh('google', kept['refresh_token']) == (503, '<html>busy')
    assert refresh('google', kept['refresh_token'])[0] == 200
    assert control('/oauth')['google']['counts']['refresh'] == before + 2
    control('/oauth', provider='google', token_fail=None)


@check('Google: an access token runs out')
def expiry():
    import time
    control('/oauth', provider='google', access_ttl=1)
    token = refresh('google', kept['refresh_token'])[1]['access_token']
    control('/oauth', provider='google', access_ttl=3599)
    time.sleep(2.1)
    assert xoauth2(connect('smtp.gmail.com', 465), TARO, token)[0] == 334


@check('Google: revoking ends the grant everywhere')
def revoke():
    assert fetch('https://oauth2.googleapis.com/revoke', {'token': kept['refresh_token']}) == (200, '{}')
    status, t = refresh('google', kept['refresh_token'])
    assert status == 400 and t['error'] == 'invalid_grant', t
    assert xoauth2(connect('smtp.gmail.com', 465), TARO, kept['access_token'])[0] == 334
    assert fetch('https://oauth2.googleapis.com/revoke', {'token': kept['refresh_token']})[0] == 400
    assert not [t for t in control('/oauth')['google']['refresh_tokens'] if t['account'] == TARO]

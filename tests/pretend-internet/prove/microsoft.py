"""Pretend Microsoft: tenants, redirect rules, tokens that change, submission on 587, Graph."""
import base64

from kit import SignIn, arrived, b64, check, connect, control, fetch, mail, open_port, refresh, xoauth2

SAKURA, KEIRI = 'sakura@outlook.jp', 'keiri@ms-company.example'
kept = {}


@check('Microsoft: a person allows; refresh token over 1,500 characters, no iss, preferred_username, personal tenant')
def allow():
    s = SignIn('microsoft', {'account': SAKURA}, login_hint=SAKURA)
    t = s.tokens()
    assert 'iss' not in s.got and len(t['refresh_token']) > 1500, (s.got, len(t['refresh_token']))
    c = t['claims']
    assert c['preferred_username'] == c['email'] == SAKURA and c['tid'] == '9188040d-6c67-4c5b-b112-36a304b66dad' and c['iss'].endswith(c['tid'] + '/v2.0'), c
    assert 'https://outlook.office.com/SMTP.Send' in t['scope'].split() and 'offline_access' not in t['scope'], t['scope']
    kept['sakura'] = t


@check('Microsoft: a company account by /organizations; its scope names only the resource')
def company():
    t = SignIn('microsoft', {'account': KEIRI}, tenant='organizations').tokens()
    assert t['scope'] == 'https://outlook.office.com/SMTP.Send' and t['claims']['tid'].startswith('5a1c2b3d'), t
    kept['keiri'] = t


@check('Microsoft: the wrong door refuses: personal at /organizations, company at /consumers')
def doors():
    assert 'AADSTS500208' in SignIn('microsoft', {'account': SAKURA}, tenant='organizations').seen['text']
    assert SignIn('microsoft', {'account': KEIRI}, tenant='consumers').seen['ended'] == 'stopped'


@check('Microsoft: only http://localhost, any port, no path; 127.0.0.1 is refused')
def redirects():
    for host, path in (('127.0.0.1', '/'), ('localhost', '/callback'), ('[::1]', '/')):
        s = SignIn('microsoft', {'do': 'do-nothing'}, host=host, path=path)
        assert 'AADSTS50011' in s.seen['title'] + s.seen['text'], s.seen
    assert SignIn('microsoft', {'account': SAKURA}, path='').got['code']


@check('Microsoft: a secret is not accepted')
def no_secret():
    status, out = refresh('microsoft', kept['sakura']['refresh_token'], client_secret='x')
    assert status == 401 and out['error'] == 'invalid_client' and 700025 in out['error_codes'], out


@check('Microsoft: the refresh token changes on every use; the old one still works, or not, as told')
def rotation():
    old = kept['sakura']['refresh_token']
    status, t = refresh('microsoft', old)
    assert status == 200 and t['refresh_token'] != old and len(t['refresh_token']) > 1500
    assert refresh('microsoft', old)[0] == 200
    control('/oauth', provider='microsoft', strict_rotation=True)
    new = refresh('microsoft', t['refresh_token'])[1]
    status, out = refresh('microsoft', t['refresh_token'])
    control('/oauth', provider='microsoft', strict_rotation=False)
    assert status == 400 and out['error'] == 'invalid_grant' and out['error_description'].startswith('AADSTS70000'), out
    assert refresh('microsoft', new['refresh_token'])[0] == 400, 'reuse ends the whole grant'
    kept['sakura'] = SignIn('microsoft', {'account': SAKURA}).tokens()


@check('Microsoft: Cancel comes back as access_denied with AADSTS65004')
def denied():
    got = SignIn('microsoft', {'do': 'deny', 'account': SAKURA}).got
    assert got['error'] == 'access_denied' and got['error_subcode'] == 'cancel' and got['error_description'].startswith('AADSTS65004'), got


@check('Microsoft: an administrator\'s approval can be demanded')
def approval():
    control('/account', account=KEIRI, consent='admin-approval')
    s = SignIn('microsoft', {'account': KEIRI})
    control('/account', account=KEIRI, consent=None)
    assert 'AADSTS90094' in s.seen['text'] and s.got == {}, s.seen


@check('Microsoft: tenant look-up by domain')
def tenants():
    assert '5a1c2b3d' in fetch('https://login.microsoftonline.com/ms-company.example/v2.0/.well-known/openid-configuration')[1]
    status, text = fetch('https://login.microsoftonline.com/nowhere.example/v2.0/.well-known/openid-configuration')
    assert status == 400 and 'AADSTS90002' in text


@check('Microsoft: submission is on 587 alone, LOGIN and XOAUTH2 only after STARTTLS')
def ports():
    import smtplib
    for host in ('smtp.office365.com', 'smtp-mail.outlook.com'):
        assert not open_port(host, 465), host
        c = smtplib.SMTP(host, 587, timeout=5)
        c.ehlo()
        assert 'auth' not in c.esmtp_features
        c = connect(host, 587)
        assert c.esmtp_features['auth'].split() == ['LOGIN', 'XOAUTH2'], c.esmtp_features


@check('Microsoft: tokens send, for the person and for the company, and the mail lands')
def send_by_token():
    for host, user, who in (('smtp-mail.outlook.com', SAKURA, 'sakura'), ('smtp.office365.com', KEIRI, 'keiri')):
        c = connect(host, 587)
        code, text = xoauth2(c, user, kept[who]['access_token'])
        assert code == 235, (code, text)
        arrived(user, mail(c, user))


@check('Microsoft: a bad token gets 535 5.7.3 at once, a password 5.7.139 basic authentication is disabled')
def refusals():
    code, text = xoauth2(connect('smtp.office365.com', 587), KEIRI, 'bad')
    assert code == 535 and text.startswith(b'5.7.3 Authentication unsuccessful ['), text
    c = connect('smtp.office365.com', 587)
    c.docmd('AUTH', 'LOGIN')
    c.docmd(b64(KEIRI))
    code, text = c.docmd(b64('Keiri-no-Himitsu-6'))
    assert code == 535 and b'5.7.139 Authentication unsuccessful, basic authentication is disabled.' in text, text


@check('Microsoft: the 535 5.7.139 texts on demand, and healed again')
def tenant_switch():
    for word, want in (('tenant-disabled', b'disabled for the Tenant.'), ('mailbox-disabled', b'disabled for the Mailbox.'), ('security-defaults', b'security defaults policy')):
        control('/account', account=KEIRI, smtp_auth=word)
        code, text = xoauth2(connect('smtp.office365.com', 587), KEIRI, kept['keiri']['access_token'])
        assert code == 535 and text.startswith(b'5.7.139 ') and want in text, text
    control('/account', account=KEIRI, smtp_auth='ok')
    assert xoauth2(connect('smtp.office365.com', 587), KEIRI, kept['keiri']['access_token'])[0] == 235


@check('Microsoft: a foreign sender is refused after the message')
def send_as():
    c = connect('smtp.office365.com', 587)
    xoauth2(c, KEIRI, kept['keiri']['access_token'])
    try:
        mail(c, KEIRI, sender='boss@ms-company.example')
    except Exception as e:
        assert e.smtp_code == 554 and b'SendAsDenied' in e.smtp_error, e
        return
    raise AssertionError('sent as somebody else')


@check('Microsoft: two resources in one request are refused; Graph sends with a Graph token even when SMTP is off')
def graph():
    both = 'https://outlook.office.com/SMTP.Send https://graph.microsoft.com/Mail.Send openid'
    assert 'AADSTS28000' in SignIn('microsoft', {'do': 'do-nothing'}, scope=both).seen['text']
    control('/account', account=KEIRI, smtp_auth='tenant-disabled')
    t = SignIn('microsoft', {'account': KEIRI}, scope='https://graph.microsoft.com/Mail.Send offline_access openid email').tokens()
    raw = base64.b64encode(f'From: {KEIRI}\r\nTo: {KEIRI}\r\nSubject: by graph 88bb\r\n\r\nHello\r\n'.encode())
    url, headers = 'https://graph.microsoft.com/v1.0/me/sendMail', {'Content-Type': 'text/plain'}
    assert fetch(url, body=raw, headers={**headers, 'Authorization': f"Bearer {t['access_token']}"})[0] == 202
    arrived(KEIRI, '88bb')
    assert fetch(url, body=raw, headers={**headers, 'Authorization': f"Bearer {kept['keiri']['access_token']}"})[0] == 403
    control('/account', account=KEIRI, smtp_auth='ok')


@check('Microsoft\'s other clouds: own sign-in, own registration, own rights; a token of one opens no door of another')
def clouds():
    raw = lambda who: base64.b64encode(f'From: {who}\r\nTo: {who}\r\nSubject: by cloud 99cc\r\n\r\nHello\r\n'.encode())
    for name, who, host, smtp, graph in (
            ('microsoft-china', 'lin@china-company.example', 'login.partner.microsoftonline.cn', 'smtp.partner.outlook.cn', 'microsoftgraph.chinacloudapi.cn'),
            ('microsoft-gov', 'clerk@agency.example', 'login.microsoftonline.us', 'smtp.office365.us', 'graph.microsoft.us')):
        t = SignIn(name, {'account': who}, tenant='organizations').tokens()
        assert t['claims']['iss'].startswith(f'https://{host}/') and t['claims']['preferred_username'] == who, t['claims']
        c = connect(smtp, 587)
        assert xoauth2(c, who, t['access_token'])[0] == 235
        arrived(who, mail(c, who))
        assert xoauth2(connect('smtp.office365.com', 587), who, t['access_token'])[0] == 535
        assert 'cloud_instance_name' in fetch(f"https://{host}/{who.split('@')[1]}/v2.0/.well-known/openid-configuration")[1]
        t = SignIn(name, {'account': who}, scope=f'https://{graph}/Mail.Send offline_access openid email').tokens()
        headers = {'Content-Type': 'text/plain', 'Authorization': f"Bearer {t['access_token']}"}
        assert fetch(f'https://{graph}/v1.0/me/sendMail', body=raw(who), headers=headers)[0] == 202
        assert fetch('https://graph.microsoft.com/v1.0/me/sendMail', body=raw(who), headers=headers)[0] == 401
    # A registration of the first cloud is unknown in the others.
    seen = SignIn('microsoft-china', {'do': 'do-nothing'}, client_id='11112222-bbbb-3333-cccc-4444dddd5555').seen
    assert 'invalid_client' in seen['text'], seen

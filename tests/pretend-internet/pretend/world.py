"""The one table of the pretend internet: who lives there, at which address, with which certificate and password.

Everything else (zone, certificates, Dovecot, Postfix, faces, sign-in pages, the browser's person, the proof) is made from it.
"""
import os

from . import domains

STATE = os.environ.get('PI_STATE', '/run/pretend-internet')   # servers' own files; a tmpfs inside the namespace
RUN = os.environ.get('PI_RUN', '/tmp/pretend-internet')       # logs and what tests read
CLIENT = '11.22.33.1'      # the address connections come from
NET = '11.22.33.'          # servers
FAR = '11.22.34.'          # the same servers behind a delay line
CONTROL = 9900             # plain HTTP on 127.0.0.1
OAUTH = 9901               # the sign-in server's inner door on 127.0.0.1

GOOGLE_CLIENT = ('pretend-google.apps.googleusercontent.com', 'GOCSPX-pretend')
MICROSOFT_CLIENTS = {       # each of Microsoft's clouds has registrations of its own
    'microsoft': '11112222-bbbb-3333-cccc-4444dddd5555',
    'microsoft-china': '22223333-bbbb-4444-cccc-5555dddd6666',
    'microsoft-gov': '33334444-bbbb-5555-cccc-6666dddd7777',
}

# Faults a person can meet, each at a domain of its own with a working account user@DOMAIN. 'certificate' faults name the
# certificate that is shown until the fault is healed.
FAULTS = {
    'expired.example': {'certificate': 'expired'},
    'wrongname.example': {'certificate': 'wrongname'},
    'othername.example': {'certificate': 'othername'},
    'selfsigned.example': {'certificate': 'selfsigned'},
    'unknownca.example': {'certificate': 'unknownca'},
    'silent-connect.example': {'smtp': 'silent-connect'},
    'silent-greeting.example': {'smtp': 'silent-greeting'},
    'silent-354.example': {'smtp': 'silent-354'},
    'silent-data.example': {'smtp': 'silent-data'},
    'stripped.example': {'smtp': 'stripped', 'ports': (587,)},
    'refused.example': {'packets': 'refused'},
    'blackhole.example': {'packets': 'blackhole'},
    'nohost.example': {'dns': 'nohost'},
    'nullmx.example': {'dns': 'nullmx'},
}

ACCOUNTS = {
    'taro@gmail.com': {'provider': 'google', 'password': 'Taro-no-Himitsu-1', 'app_password': 'kumanekotorihebi', 'name': 'Taro Yamada'},
    'hanako@gmail.com': {'provider': 'google', 'password': 'Hanako-no-Himitsu-2', 'app_password': 'soraumikazemorid', 'name': 'Hanako Sato'},
    'info@workspace-company.example': {'provider': 'google', 'password': 'Info-no-Himitsu-3', 'hd': 'workspace-company.example', 'name': 'Workspace Company'},
    'jimu@old-workspace.example': {'provider': 'google', 'password': 'Jimu-no-Himitsu-4', 'hd': 'old-workspace.example', 'name': 'Jimu'},
    'sakura@outlook.jp': {'provider': 'microsoft', 'password': 'Sakura-no-Himitsu-5', 'tenant': 'consumers', 'name': 'Sakura Kato'},
    'keiri@ms-company.example': {'provider': 'microsoft', 'password': 'Keiri-no-Himitsu-6', 'tenant': 'organizations', 'name': 'Keiri'},
    'lin@china-company.example': {'provider': 'microsoft-china', 'password': 'Lin-no-Himitsu-17', 'tenant': 'organizations', 'name': 'Lin'},
    'clerk@agency.example': {'provider': 'microsoft-gov', 'password': 'Clerk-no-Himitsu-18', 'tenant': 'organizations', 'name': 'Clerk'},
    'momo@icloud.com': {'provider': 'icloud', 'password': 'Momo-no-Himitsu-7', 'app_password': 'abcd-efgh-ijkl-mnop', 'name': 'Momo'},
    'tencho@shop.example': {'provider': 'hosting', 'password': 'Tencho-no-Himitsu-8'},
    'suzuki@example.jp': {'provider': 'hosting', 'password': 'Suzuki-no-Himitsu-9'},
    'tenin@mxonly.example': {'provider': 'hosting', 'password': 'Tenin-no-Himitsu-10'},
    'kaicho@wellknown.example': {'provider': 'hosting', 'password': 'Kaicho-no-Himitsu-11'},
    'shacho@ispdbonly.example': {'provider': 'hosting', 'password': 'Shacho-no-Himitsu-12'},
    'bucho@srvonly.example': {'provider': 'hosting', 'password': 'Bucho-no-Himitsu-13'},
    'kacho@poponly.example': {'provider': 'hosting', 'password': 'Kacho-no-Himitsu-14'},
    'yama@lonely.example': {'provider': 'lonely', 'password': 'Yama-no-Himitsu-15'},
    **{f'user@{d}': {'provider': 'small', 'password': 'User-no-Himitsu-0'} for d in FAULTS},
}

# Sending services: by user name, with the key and the senders that were verified there.
RELAYS = {
    'apikey': {'provider': 'sendgrid', 'password': 'SG.pretend.Kagi-no-Himitsu-16', 'senders': ('tencho@shop.example',)},
}

HOSTING = 'sv1.hosting.example'
AUTOCONFIG = ['shop.example', 'example.jp', 'poponly.example', *FAULTS]     # domains with https://autoconfig.DOMAIN

# name -> (certificate, what listens there)
HOSTS = {
    'accounts.google.com': ('google', 'oauth'),
    'oauth2.googleapis.com': ('google', 'oauth'),
    'gmail.googleapis.com': ('google', 'web'),
    'smtp.gmail.com': ('google', 'face google'),
    'imap.gmail.com': ('google', 'imap'),
    'login.microsoftonline.com': ('microsoft', 'oauth'),
    'microsoft.com': ('microsoft', 'oauth'),
    'graph.microsoft.com': ('microsoft', 'web'),
    'smtp.office365.com': ('microsoft', 'face microsoft'),
    'smtp-mail.outlook.com': ('microsoft', 'face microsoft'),
    'outlook.office365.com': ('microsoft', 'imap'),
    'login.partner.microsoftonline.cn': ('microsoft-china', 'oauth'),
    'microsoftgraph.chinacloudapi.cn': ('microsoft-china', 'web'),
    'smtp.partner.outlook.cn': ('microsoft-china', 'face microsoft-china'),
    'partner.outlook.cn': ('microsoft-china', 'imap'),
    'login.microsoftonline.us': ('microsoft-gov', 'oauth'),
    'graph.microsoft.us': ('microsoft-gov', 'web'),
    'smtp.office365.us': ('microsoft-gov', 'face microsoft-gov'),
    'outlook.office365.us': ('microsoft-gov', 'imap'),
    'smtp.mail.me.com': ('apple', 'face icloud'),
    'imap.mail.me.com': ('apple', 'imap'),
    'smtp.sendgrid.net': ('sendgrid', 'face sendgrid'),
    'v1.ispdb.net': ('mozilla', 'web'),
    'autoconfig.thunderbird.net': ('mozilla', 'web'),
    HOSTING: ('hosting', 'postfix imap pop'),
    'relay7.lonely.example': ('lonely', 'postfix imap'),
    'mx.lonely.example': ('lonely', ''),
    'wellknown.example': ('web', 'web'),
    **{f'autoconfig.{d}': ('web', 'web') for d in AUTOCONFIG},
    **{f'mail.{d}': ('small', 'face small') for d in FAULTS},
    **{f'imap.{d}': ('small', 'imap') for d in FAULTS},
    'sv1.othername.example': ('othername', 'face small'),   # the server's own name
    **domains.HOSTS,
}
ADDRESS = {name: f'{NET}{10 + i}' for i, name in enumerate(HOSTS)}
FAR_ADDRESS = {name: a.replace(NET, FAR) for name, a in ADDRESS.items()}
assert len(HOSTS) < 240

# host=ms pairs given to run.sh --delay: these names resolve to the far address
DELAYS = {h: int(ms) for h, ms in (d.split('=') for d in os.environ.get('PI_DELAY', '').split())}

# extra resource records beyond the A records of HOSTS
RECORDS = '''
gmail.com. MX 5 gmail-smtp-in.l.google.com.
workspace-company.example. MX 1 smtp.google.com.
old-workspace.example. MX 1 aspmx.l.google.com.
old-workspace.example. MX 5 alt1.aspmx.l.google.com.
outlook.jp. MX 5 outlook-jp.olc.protection.outlook.com.
ms-company.example. MX 0 ms-company-example.mail.protection.outlook.com.
china-company.example. MX 0 china-company-example.mail.protection.partner.outlook.cn.
china-company.example. TXT "v=spf1 include:spf.protection.partner.outlook.cn -all"
selector1._domainkey.china-company.example. CNAME selector1-china-company-example._domainkey.chinacompany.partner.onmschina.cn.
spf.protection.partner.outlook.cn. TXT "v=spf1 ip4:11.22.33.0/24 -all"
agency.example. MX 0 agency-example.mail.protection.office365.us.
icloud.com. MX 10 mx01.mail.icloud.com.
shop.example. MX 10 sv1.hosting.example.
example.jp. MX 10 sv1.hosting.example.
mxonly.example. MX 10 sv1.hosting.example.
mail.mxonly.example. CNAME sv1.hosting.example.
wellknown.example. MX 10 sv1.hosting.example.
ispdbonly.example. MX 10 sv1.hosting.example.
poponly.example. MX 10 sv1.hosting.example.
srvonly.example. MX 10 sv1.hosting.example.
_submissions._tcp.srvonly.example. SRV 0 1 465 sv1.hosting.example.
_imaps._tcp.srvonly.example. SRV 0 1 993 sv1.hosting.example.
lonely.example. MX 10 mx.lonely.example.
_spf.google.com. TXT "v=spf1 ip4:11.22.33.0/24 -all"
spf.protection.outlook.com. TXT "v=spf1 ip4:11.22.33.0/24 -all"
spf.mailjet.com. TXT "v=spf1 ip4:11.22.33.0/24 -all"
workspace-company.example. TXT "v=spf1 include:_spf.google.com ~all"
workspace-company.example. TXT "v=spf1 mx -all"
google._domainkey.workspace-company.example. TXT "v=DKIM1; k=rsa; p=MIIBIjANBg" "kqhkiG9w0BAQEF"
ms-company.example. TXT "v=spf1 include:spf.protection.outlook.com -all"
selector1._domainkey.ms-company.example. CNAME selector1-ms-company-example._domainkey.mscompany.onmicrosoft.com.
_dmarc.ms-company.example. TXT "v=DMARC1; p=quarantine"
shop.example. TXT "v=spf1 mx ~all"
s1._domainkey.shop.example. CNAME s1.domainkey.u1.wl091.sendgrid.net.
s1.domainkey.u1.wl091.sendgrid.net. TXT "k=rsa; t=s; p=MIGfMA0GCSqGSIb3DQEB"
'''


def fault_of(host):
    """The fault domain a host belongs to, or None."""
    domain = host.split('.', 1)[1] if '.' in host else ''
    return domain if domain in FAULTS else None


def with_service(word):
    """Hosts on which a service listens."""
    return [h for h, (_, services) in HOSTS.items() if word in services.split()]


def certificates():
    """name -> (kind, names in the certificate)."""
    groups = {}
    for host, (cert, _) in HOSTS.items():
        groups.setdefault(cert, []).append(host)
    out = {cert: ('good', names) for cert, names in groups.items()}
    out['expired'] = ('expired', ['mail.expired.example'])
    out['wrongname'] = ('good', [HOSTING])
    out['selfsigned'] = ('selfsigned', ['mail.selfsigned.example'])
    out['unknownca'] = ('unknownca', ['mail.unknownca.example'])
    out['many'], out['hoster'] = ('good', domains.certified()), ('good', domains.companies())
    out['portal'] = ('selfsigned', ['login.portal.example'])
    return out


def servers(domain):
    """What a domain's autoconfig file names: (kind, type, host, port, socket type)."""
    if domain in FAULTS:
        ports = FAULTS[domain].get('ports', (465, 587))
        return [('incomingServer', 'imap', f'imap.{domain}', 993, 'SSL')] + [
            ('outgoingServer', 'smtp', f'mail.{domain}', p, 'SSL' if p == 465 else 'STARTTLS') for p in ports]
    incoming = ('incomingServer', 'pop3', HOSTING, 995, 'SSL') if domain == 'poponly.example' else ('incomingServer', 'imap', HOSTING, 993, 'SSL')
    return [incoming, ('outgoingServer', 'smtp', HOSTING, 465, 'SSL'), ('outgoingServer', 'smtp', HOSTING, 587, 'STARTTLS')]

"""Keyring, delay line, reset, and that everything ends with the namespace."""
import os
import signal
import subprocess
import time
from pathlib import Path

from kit import HOME, RUN, check, control

STORE = 'printf hello | timeout 5 secret-tool store --label=x a b; echo "store $?"; timeout 5 secret-tool lookup a b; echo " lookup $?"'


def keyring(mode, then=''):
    env = {**os.environ, 'KR_HOME': str(RUN / f'keyring-{mode}-{len(then)}')}
    return subprocess.run([HOME / 'with-keyring.sh', mode, 'bash', '-c', f'{STORE}; {then}'], capture_output=True, text=True, env=env, timeout=30).stdout


@check('keyring unlocked: a secret is kept and read back')
def unlocked():
    assert keyring('unlocked') == 'store 0\nhello lookup 0\n', keyring('unlocked')


@check('keyring locked: nothing can be kept, until it is opened')
def locked():
    out = keyring('locked', f'"$PI_HOME"/keyring-open.sh; {STORE}')
    assert out == 'store 1\n lookup 1\nstore 0\nhello lookup 0\n', out


@check('keyring none: no Secret Service, until one is brought')
def none():
    out = keyring('none', f'"$PI_HOME"/keyring-open.sh; {STORE}')
    assert out == 'store 1\n lookup 1\nstore 0\nhello lookup 0\n', out


WINDOW = '''
import json, subprocess, time, urllib.request
def call(path, body=None):
    data = None if body is None else json.dumps(body).encode()
    return json.load(urllib.request.urlopen(urllib.request.Request("http://127.0.0.1:4455" + path, data), timeout=20))["value"]
for step in range(50):
    try:
        call("/status"); break
    except OSError:
        time.sleep(0.1)
s = call("/session", {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": {"binary": "%s", "args": ["--automation"]}}}})["sessionId"]
call(f"/session/{s}/url", {"url": "https://v1.ispdb.net/ispdbonly.example"})
print("sv1.hosting.example" in call(f"/session/{s}/source"))
'''


@check('a WebKit window can be driven here, with the keyring, and trusts the test authority')
def window():
    browser = next(Path('/usr/lib').glob('*/webkit2gtk-4.1/MiniBrowser'))
    (RUN / 'window.py').write_text(WINDOW % browser)
    script = f'Xvfb :97 -screen 0 1000x800x24 & export DISPLAY=:97 WEBKIT_DISABLE_DMABUF_RENDERER=1; sleep 0.3; WebKitWebDriver --port=4455 & python3 {RUN}/window.py; code=$?; kill %1 %2; exit $code'
    p = subprocess.run([HOME / 'with-keyring.sh', 'unlocked', 'bash', '-c', script], capture_output=True, text=True, timeout=60, env={**os.environ, 'KR_HOME': str(RUN / 'keyring-window')})
    assert p.stdout.strip().endswith('True'), (p.stdout, p.stderr[-500:])


def inner(*words, **more):
    """A pretend internet of its own inside this one."""
    env = {**os.environ, 'PI_RUN': str(RUN / 'inner'), 'PI_DELAY': ''}
    return subprocess.Popen([HOME / 'run.sh', *words], env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


@check('the delay line adds its round trip, and only to its host; start-up takes under 6 s')
def delay():
    probe = '''
import smtplib, ssl, time, sys
t = ssl.create_default_context(cafile='/etc/ssl/certs/ca-certificates.crt')
for host in ('smtp.gmail.com', 'sv1.hosting.example'):
    c = smtplib.SMTP_SSL(host, 465, context=t); c.ehlo()
    b = time.monotonic(); [c.noop() for _ in range(4)]; print(round((time.monotonic() - b) * 250))
'''
    p = inner('--delay', 'smtp.gmail.com=100', 'python3', '-c', probe)
    out, err = p.communicate(timeout=60)
    far, near = map(int, out.split())
    assert 100 <= far < 115 and near < 30, (out, err)
    assert int(err.split(' in ')[1].split(' ms')[0]) < 6000, err


def living(mark):
    return subprocess.run(['pgrep', '-f', mark], capture_output=True, text=True).stdout.split()


@check('the end of CMD ends every process of the namespace, and its exit code comes out')
def ends():
    p = inner('bash', '-c', 'sleep 4321 & exit 7')
    p.communicate(timeout=60)
    assert p.returncode == 7 and not living('sleep 4321'), (p.returncode, living('sleep 4321'))


@check('SIGTERM and SIGKILL to run.sh end everything too')
def killed():
    for sign in (signal.SIGTERM, signal.SIGKILL):
        mark = f'sleep {4400 + sign}'
        p = inner(*mark.split())
        while 'up in' not in p.stderr.readline():
            assert p.poll() is None
        time.sleep(0.3)
        p.send_signal(sign)
        p.wait(10)
        for _ in range(50):
            if not [x for x in living(mark) if x != str(os.getpid())]:
                break
            time.sleep(0.1)
        else:
            raise AssertionError((sign, living(mark)))


@check('reset brings everything back')
def reset():
    control('/account', account='taro@gmail.com', spam=True)
    control('/faults', domain='expired.example', healed=True)
    control('/reset')
    s = control('/state')
    assert s['healed'] == [] and s['accounts'] == {} and s['oauth']['google']['refresh_tokens'] == [], s

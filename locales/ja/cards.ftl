# 設定カード。ほかのソフトや機器に入れる設定と、使えるか使えないかを、本当のことだけ書く。
# 機器のことの出典と日付は crates/providers/data/devices.toml にある。

card-title-mail-program = メールソフトに入れる設定
card-title-device = プリンターや複合機に入れる設定
card-title-maker = { $maker } の機器に入れる設定
card-title-wordpress = WordPress に入れる設定
card-title-program = プログラムに入れる設定
card-title-receiving = メールを受信する設定

## 使えるかどうか
card-lead-same = とどいたがメールを送ったときと、同じ設定です。
card-lead-untried = サーバーは、とどいたが送ったときと同じです。ただ、パスワードで送れるかは、まだためしていません。
card-lead-key-long = この機器に入るパスワードは、{ $count } 文字までのことがあります。送信サービスの鍵は、もっと長いことが多いので、先に長さをたしかめてください。
card-lead-consent-program = ブラウザーの画面でサインインできるメールソフトなら、使えます。パスワードだけのメールソフトでは、送れないのがふつうです。
card-lead-consent-wordpress = Microsoft のサインインができるプラグインなら、使えることがあります。パスワードだけのプラグインでは、送れないのがふつうです。
card-lead-consent-code = OAuth 2.0 という方法で送れるプログラムなら、使えます。パスワードだけのプログラムでは、送れないのがふつうです。
card-lead-consent-some = { $maker } には、ブラウザーの許可(OAuth 2.0)で送れる機種があります。その機種なら使えます。ほかの機種は、会社の管理者がパスワードでの送信をオンにしているあいだだけ、送れます。
card-lead-consent-none = { $maker } の機器は、パスワードでしか送れません。このアドレスは、パスワードでは送れないので、使えません。
card-lead-consent-none-company = { $maker } の機器は、パスワードでしか送れません。会社の管理者がパスワードでの送信をオンにしているあいだだけ、送れます。
card-lead-consent-not-found = このアドレスは、ブラウザーの許可(OAuth 2.0)でしか送れません。{ $maker } に、それができる機種は見つかりませんでした。
card-lead-consent-not-found-company = { $maker } に、ブラウザーの許可(OAuth 2.0)で送れる機種は、見つかりませんでした。会社の管理者がパスワードでの送信をオンにしているあいだだけ、送れます。
card-lead-consent-unknown = このアドレスは、ブラウザーの許可(OAuth 2.0)で送ります。{ $maker } の機器でできるかどうかは、わかっていません。メーカーにたしかめてください。
card-lead-consent-device = このアドレスは、ブラウザーの許可(OAuth 2.0)で送ります。それができる機種かどうか、メーカーにたしかめてください。
card-lead-web-google = とどいたは、Google のウェブの窓口から送っています。ほかのソフトや機器の多くは、その窓口を使えません。下は、ふつうのメールサーバーの設定です。とどいたは、この設定では送っていません。
card-lead-web-microsoft = とどいたは、Microsoft のウェブの窓口から送っています。ほかのソフトや機器の多くは、その窓口を使えません。下は、ふつうのメールサーバーの設定です。とどいたは、この設定では送っていません。

## 入れるもの
card-server = 送信サーバー(SMTP)
card-port = ポート番号
card-security = 暗号の種類
card-user-name = ユーザー名
card-sender = 差出人のアドレス
card-password = パスワード
card-incoming-imap = 受信サーバー(IMAP)
card-incoming-pop = 受信サーバー(POP)

card-password-usual = メールの、いつものパスワードです。
card-password-app = { $provider } で、この機器だけのパスワードを新しく1つ作ります。とどいたに入れたものとは、別にします。
card-password-google = Google で、アプリ専用のパスワードを新しく1つ作ります。先に、2段階認証をオンにします。
card-password-workspace = Google で、アプリ専用のパスワードを新しく1つ作ります。会社の設定で、作れないことがあります。
card-password-key = 送信サービスのページで、この機器だけの鍵を新しく1つ作ります。
card-password-none = パスワードでは送れません。機器のサインインの画面で許可します。
card-password-company = ふつうは、パスワードでは送れません。機器のサインインの画面で許可します。
card-password-none-receiving = パスワードでは受信できません。メールソフトのサインインの画面で許可します。

## 知っておくこと
card-note-google-sign-in = メールソフトに Google のサインインの画面が出たら、そちらを使ってください。パスワードは、いりません。
card-note-wordpress = WordPress には、SMTP の設定ができるプラグインを入れて、そこに書きます。
card-note-google-relay = 会社の管理者は、Google の SMTP リレー(smtp-relay.gmail.com)を用意できます。会社のインターネットの住所(IP アドレス)で通す方法なら、機器にパスワードはいりません。
card-note-microsoft-closed = 会社の設定でメールサーバーからの送信が止まっているあいだは、ブラウザーの許可で送る機器でも、送れません。
card-note-microsoft-password = 会社の Microsoft 365 では、2026年12月の終わりに、パスワードで送ることがオフになります。しばらくのあいだ、管理者はオンにもどせます。
card-note-microsoft-ways = 管理者が用意できる、ほかの方法: 決まった IP アドレスから送る「コネクタ」、社内あてだけの HVE、ほかの会社の送信サービス。
card-note-other-address = 使えないときは、パスワードで送れる別のアドレスか、送信サービスを、その機器に入れてください。
card-note-sender = 差出人は、かならずこのアドレスにします。ちがうアドレスだと、断られることがあります。
card-note-tls = 古い機種には、いまの暗号(TLS 1.2 から)を使えないものがあります。その機種では、送れません。
card-note-menus = 画面の名前は、機種によって少しちがいます。
card-note-consent-too = { $maker } には、ブラウザーの許可(OAuth 2.0)で Google のアドレスから送れる機種もあります。その機種に、パスワードはいりません。
card-note-models = できるとわかっている機種: { $models }。ソフトの更新がいることがあります。
card-note-password-max = 入るパスワードは、半角で { $count } 文字までのことがあります。長いパスワードは、入りません。
card-note-password-of-one-model = 文字数の決まりは、PX-M382F の説明書にあるものです。
card-note-old-tls = 古い機種には、TLS 1.0 か 1.1 という古い暗号しか使えないものがあります。その機種では、送れません。
card-note-plain-at-first = はじめは「暗号なし・ポート25」になっています。かならず、上の設定に変えてください。
card-note-switch-on-sending = 先に、「SMTP(E-mail 送信)」をオンにします。

## 受信
card-receiving-now = 受信できるか、ためしています…
card-receiving-works = 受信できます。いま、同じサインインで受信箱を開けました。
card-receiving-works-once = 受信できます。いま出してもらった、読む許可で受信箱を開けました。その許可は、このパソコンに残していません。
card-receiving-unreached = 受信サーバーに、つながりませんでした。
card-receiving-untrusted = 受信サーバーが本物かどうか、確認できません。パスワードは送っていません。
card-receiving-strange = 受信サーバーの返事が、わかりませんでした。
card-receiving-refused = 受信サーバーに断られました。
card-receiving-only-sends = 受信は、ためしていません。とどいたが持っているのは、送るための許可だけです。
card-receiving-no-server = 受信サーバーは、見つかっていません。メールの会社の案内を見てください。
card-receiving-relay = 送信サービスは、送るだけのサービスです。メールは受信できません。
card-note-wider-right = 受信には、メールを読む、もっと広い許可({ $right })がいります。その許可は、受信に使うメールソフトが自分でたずねます。
card-note-company-policy = 会社の決まりで、その許可に管理者の承認がいるか、止められていることがあります。
card-note-switch-reading = メールの会社の設定で、IMAP か POP をオンにします。そのあと、もう一度ためしてください。
card-note-said = サーバーの返事(そのまま): { $said }

## 会社の管理者が用意する、パスワードのいらない方法
card-door-mx = 会社のドメインの、メールの届け先(MX)の名前です。管理者にたずねてください。
card-door-no-password = 入れません。ユーザー名も入れません。
card-door-sender = 会社のドメインのアドレスです。
card-door-google-relay-by-address-lead = Google Workspace の会社で、社内あてにも社外あてにも送れます。管理者が、会社の IP アドレスを登録しておきます。
card-door-google-relay-by-address-1 = 管理者が、管理コンソールの アプリ → Google Workspace → Gmail → ルーティング → SMTP リレー サービス で、送ってよい差出人と IP アドレスを登録します。
card-door-google-relay-by-address-2 = 登録してから効くまで、1時間ほど(長いと24時間)かかることがあります。
card-door-google-relay-by-address-3 = 会社の IP アドレスが変わると、送れなくなります。変わらない IP アドレスの契約が向いています。
card-door-google-relay-by-address-4 = 「550 5.7.0」「550 5.7.1」で断られたら、IP アドレスか差出人が、登録したものと合っていません。
card-door-microsoft-connector-lead = Microsoft 365 の会社で、社内あてにも社外あてにも送れます。管理者が、会社の IP アドレスを「コネクタ」に登録しておきます。
card-door-microsoft-connector-1 = 管理者が、Exchange 管理センターの メール フロー → コネクタ で、「組織のメール サーバー」から「Office 365」へのコネクタを作り、この場所の IP アドレスを入れます。
card-door-microsoft-connector-2 = 変わらない IP アドレス(または証明書)が要ります。家庭の回線では、25番の入口がふさがれていることがあります。
card-door-microsoft-connector-3 = ドメインの SPF に、この IP アドレスも書いておきます。書いていないと、迷惑メールになりやすくなります。
card-door-microsoft-connector-4 = 「550 5.7.64」で断られたら、IP アドレスがコネクタと合っていません。
card-door-microsoft-direct-send-lead = Microsoft 365 の会社で、社内あてにだけ送れます。サインインしないので、外からのメールと同じように調べられます。
card-door-microsoft-direct-send-1 = 社外あてには送れません。社外にも送るなら、コネクタか、サインインする方法を使います。
card-door-microsoft-direct-send-2 = ドメインの SPF に、この場所の IP アドレスも書いておきます。書いていないと、迷惑メールになりやすくなります。
card-door-microsoft-direct-send-3 = 会社がこの方法を止めていることがあります。止めていると「550 5.7.68」で断られます。
card-door-microsoft-direct-send-4 = Microsoft は、サインインする方法か、コネクタをすすめています。

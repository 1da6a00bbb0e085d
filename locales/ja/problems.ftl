# うまくいかなかったときの画面。題名・わけ・することの順。
# 「-steps」は、1行に1つのすること。

problem-address-incomplete = アドレスを全部入れてください
problem-address-incomplete-reason = 「@」より後ろまで入っているか、たしかめてください。

problem-address-folded = 全角の文字を半角に直しました
problem-address-folded-reason = アドレスは { $address } になりました。

problem-address-typo = { $suggestion } ではありませんか?
problem-address-typo-reason = よく似た名前があります。勝手には直しません。

problem-domain-not-found = 「@」の後ろの名前が見つかりません
problem-domain-not-found-reason = { $domain } という名前は、見つかりませんでした。打ちまちがいがないか、たしかめてください。

problem-domain-takes-no-mail = この名前ではメールを使えません
problem-domain-takes-no-mail-reason = { $domain } の持ち主が、「メールは使いません」と知らせています。

problem-offline = インターネットにつながっていません
problem-offline-reason = どこからも返事がありませんでした。Wi-Fi やケーブルをたしかめてください。

problem-captive-portal = 先に、Wi-Fi の画面で手続きをしてください
problem-captive-portal-reason = この Wi-Fi は、使う前に手続きがいるようです。ブラウザーで画面を開いて手続きをしてから、もう一度ためしてください。何も送っていません。

problem-settings-not-found = 設定が見つかりませんでした
problem-settings-not-found-reason = { $domain } の設定は、どこにも案内がありませんでした。サーバーの名前がわかれば、ご自分で入れて続けられます。
problem-settings-not-found-steps =
    メールの会社からの書類や、案内のページを開きます。
    「送信サーバー」「SMTPサーバー」と書かれた名前をさがします。
    「サーバーを自分で入れる」を押して、その名前を入れます。

problem-only-unprotected = 安全な方法でつながらないので、パスワードを送りません
problem-only-unprotected-reason = { $domain } の案内には、暗号化しないつなぎ方しかありません。
problem-only-unprotected-steps =
    メールの会社に「暗号化した送信サーバーの名前」をたずねます。
    わかったら「サーバーを自分で入れる」で続けます。

problem-closed-service = { $provider } は、ほかのアプリから送れません
problem-closed-service-reason = { $provider } は、ほかのアプリからの送信を受け付けていないか、もう終わったサービスです。別のアドレスなら、ここで設定できます。

problem-outlook-needs-consent = ブラウザーで許可します
problem-outlook-needs-consent-reason = Outlook.com は、アプリにパスワードを入れる方法をやめました。代わりに、ブラウザーでサインインして「承諾」を押します。

problem-browser-not-opened = ブラウザーが開きませんでした
problem-browser-not-opened-reason = ブラウザーを開けませんでした。リンクをコピーして、ブラウザーに貼り付けてください。

problem-listen-failed = 返事を受け取る口を開けませんでした
problem-listen-failed-reason = ほかのプログラムがじゃまをしているようです。もう一度ためすと、別の口を使います。

problem-code-expired = コードの期限が切れました
problem-code-expired-reason = コードが使えるあいだに、サインインが終わりませんでした。新しいコードで、もう一度できます。

problem-consent-stopped = サインインをやめました
problem-consent-stopped-reason = 何も保存していません。

problem-consent-denied = 許可されませんでした
problem-consent-denied-reason = ブラウザーの画面で、許可しないほうのボタンが押されました。何も保存していません。

problem-consent-mismatch = 返事が正しくないので、使いませんでした
problem-consent-mismatch-reason = ブラウザーから来た返事が、こちらの質問と合いませんでした。安全のために捨てました。

problem-other-account = { $typed } ではなく、{ $chosen } で入りました
problem-other-account-reason = ブラウザーで、別のアカウントが選ばれました。どちらを使いますか? まだ何も保存していません。

problem-scope-missing = チェックが1つ入っていませんでした
problem-scope-missing-reason = メールを送るための許可に、チェックが入っていませんでした。もう一度ブラウザーを開きます。全部にチェックを入れてください。

problem-no-lasting-permission = このままだと、1時間ほどで使えなくなります
problem-no-lasting-permission-reason = 長く使える許可が、もらえませんでした。もう一度サインインすると、もらえることがほとんどです。

problem-approval-needed = 会社や学校の許可が必要です
problem-approval-needed-reason = あなたの会社(学校)では、管理者が許可したアプリだけが使えます。あなたのパスワードのせいではありません。

problem-other-organisations-door = 別の会社用の入口です
problem-other-organisations-door-reason = このアプリの鍵は、別の会社のためのものです。その会社のアカウントを選ぶか、アドレスを変えてください。

problem-program-not-open = このアプリは、まだこのアカウントで使えません
problem-program-not-open-reason = アプリの登録が「テスト中」か、使える人数がいっぱいです。アプリ専用のパスワードが使えるなら、そちらで送れます。

problem-unverified-warning = Google の注意の画面が出ています
problem-unverified-warning-reason = 「このアプリは Google で確認されていません」という画面は、アプリの登録の審査がまだのときに出ます。このアプリを自分で選んで入れたのなら進めます。不安なら、進まないでください。進まないときは、アプリ専用のパスワードを使う方法があります。
problem-unverified-warning-steps =
    進むときは「詳細」を押します。
    「(安全ではないページ)に移動」と書かれた文字を押します。

problem-advanced-protection = Google の高度な保護機能で止められています
problem-advanced-protection-reason = このアカウントは、Google の「高度な保護機能プログラム」に入っています。入っている間は、このアプリからはメールを送れません。送信には、別のアドレスを使ってください。

problem-clock-wrong = パソコンの時計がずれているようです
problem-clock-wrong-reason = 時計が合っていないと、安全の確認ができません。日付と時刻を合わせてから、もう一度ためしてください。

problem-sign-in-page-blocked = 間にある機器が、サインインを止めています
problem-sign-in-page-blocked-reason = このパソコンと、サインインのページの間で、プロキシやウイルス対策などの機器が通信を止めたり、読んだりしています。許可やパスワードのせいではありません。
problem-sign-in-page-blocked-steps =
    スマートフォンのテザリングなど、別の回線でためします。
    会社のパソコンなら、「管理者への文面を見る」を押して、管理者に送ります。

problem-registration-faulty = アプリの登録に問題があります
problem-registration-faulty-reason = あなたのせいではありません。このアプリの鍵(クライアントID)が、正しく登録されていないようです。

problem-still-waiting = まだ待ちますか?
problem-still-waiting-reason = 20分たちました。急がなくてかまいません。このまま待つことも、やめることもできます。

problem-sign-in-rule = 会社のルールで、サインインが止められました
problem-sign-in-rule-reason = 場所やパソコンなどについての、会社(学校)のルールに合いませんでした。管理者にたずねてください。

problem-permission-ended = 許可の期限が切れました
problem-permission-ended-reason = パスワードを変えたときや、長く使わなかったときに、こうなります。もう一度サインインすると、また使えます。

problem-token-trouble = サインインのサーバーから、正しい返事がありません
problem-token-trouble-reason = 混みあっているか、一時的な問題です。少し待って、もう一度ためしてください。保存してあるものは、消していません。

problem-no-client-id = { $provider } でサインインする準備が、このアプリにありません
problem-no-client-id-reason = このアプリには、{ $provider } に登録した鍵(クライアントID)が入っていません。鍵は、配布元か会社の管理者からもらえます。案内を見ながら、自分用のものを作ることもできます。

problem-app-password-shape = いつものパスワードのようです
problem-app-password-shape-reason = { $provider } は、アプリ専用のパスワードでないと、受け付けないことがあります。形がちがうようなので、もう一度見てください。

problem-app-password-unavailable = アプリ専用のパスワードが、まだ作れません
problem-app-password-unavailable-reason = { $provider } のページで、作れないことがあります。多い理由は、2段階認証がオフ、セキュリティキーだけの設定、契約(プラン)、会社や学校の決まりです。
problem-app-password-unavailable-steps =
    { $provider } の2段階認証がオフなら、オンにします。
    そのあと「アプリ専用のパスワードを使う」を押して、もう一度ページを開きます。
    それでも作れないときは「アドレスを変える」を押して、別のアドレスを使います。

problem-app-passwords-forbidden = 会社(学校)が、アプリ専用のパスワードを許可していません
problem-app-passwords-forbidden-reason = 会社や学校のアカウントでは、管理者の設定でアプリ専用のパスワードが使えないことがあります。ブラウザーでのサインインなら、使えるかもしれません。

problem-app-password-ended = アプリ専用のパスワードが、消えています
problem-app-password-ended-reason = 前は使えていたパスワードが、受け付けられなくなりました。{ $provider } のパスワードを変えると、アプリ専用のパスワードも消えることがあります。新しく作って、貼り付けてください。

problem-host-not-found = サーバーの名前が見つかりません
problem-host-not-found-reason = { $host } という名前のサーバーは見つかりませんでした。打ちまちがいがないか、たしかめてください。

problem-port-closed = この入口は閉じています
problem-port-closed-reason = { $host } の { $port } 番は閉じていました。{ $other-port } 番が開いているかもしれません。

problem-network-blocks-mail = 今のネットワークでは、メールを送れないようです
problem-network-blocks-mail-reason = { $host } の { $port } 番に、つながりませんでした。会社や店の Wi-Fi では、メールの送信を止めていることがあります。
problem-network-blocks-mail-steps =
    スマートフォンのテザリングなど、別の回線でためします。
    別の回線でつながれば、原因は今のネットワークです。

problem-server-silent = メールサーバーから返事がありません
problem-server-silent-reason = { $sent ->
        [maybe] { $host } は、メールを受け取るところで返事をやめました。メールは送られたかもしれません。もう一度送る前に、メールボックスを見てください。
       *[no] { $host } につなぎましたが、待っても返事がありませんでした。パスワードのせいではありません。
    }

problem-refused-for-now = サーバーが、今は受け付けません
problem-refused-for-now-reason = { $host } が「今はだめです」と答えました。10分ほど待って、もう一度ためしてください。

problem-too-many-connections = 同時につなぎすぎています
problem-too-many-connections-reason = ほかの機械やアプリが、同じアカウントや同じ回線で、たくさんつないでいます。少し待って、もう一度ためしてください。設定は正しいようです。

problem-greeting-refused = サーバーが、このパソコンの名乗りを断りました
problem-greeting-refused-reason = { $host } が、つないだときの名乗り(HELO)を受け付けませんでした。あなたのパスワードのせいではありません。送ったアプリの側で直すことです。

problem-home-line-refused = 家や店の回線から、直接は受け付けないサーバーです
problem-home-line-refused-reason = { $host } は、家庭などの回線から直接届くメールを断っています。自分のメールの会社の「送信サーバー」に、サインインして送ると通ります。
problem-home-line-refused-steps =
    メールの会社の案内で、送信サーバー(SMTP)の名前をさがします。
    「サーバーを自分で入れる」を押して、465 番か 587 番でサインインして送ります。

problem-certificate-expired = サーバーの証明書の期限が切れています
problem-certificate-expired-reason = { $host } の証明書(本物のしるし)は、{ $date } までのものでした。パスワードは送っていません。サーバーを管理している会社が直します。

problem-certificate-name = サーバーの名前が、証明書と合いません
problem-certificate-name-reason = { $host } につなぎましたが、証明書(本物のしるし)は { $names } のものでした。パスワードは送っていません。
problem-certificate-name-steps =
    契約しているメールの会社の名前なら、「サーバーを自分で入れる」で、その名前を入れます。
    知らない名前なら、パスワードを入れずに、メールの会社にたずねます。
problem-certificate-name-offered = { $name } という名前で、つなぎなおせます。証明書と合うのを確かめてから、パスワードを送ります。

problem-certificate-unknown = 本物のサーバーか、確認できません
problem-certificate-unknown-reason = { $host } の証明書(本物のしるし)は、知らないところが作ったものでした。パスワードは送っていません。
problem-certificate-unknown-steps =
    ウイルス対策ソフトや会社の機器が、間に入っていることがあります。
    会社のパソコンなら、管理者にたずねます。
    自宅なら、メールの会社にたずねます。

problem-line-intercepted = 「{ $issuer }」が、通信の間に入っています
problem-line-intercepted-reason = { $host } との間に、ウイルス対策ソフトか会社の機器が入り、暗号を開いて読んでいます。パスワードは送っていません。
problem-line-intercepted-steps =
    「{ $issuer }」の設定で、メールの通信を調べる機能(SSL スキャンなど)をオフにするか、このアプリを調べる対象から外します。
    会社のパソコンなら、管理者にたずねます。
    そのあと「もう一度ためす」を押します。

problem-no-starttls = この入口は安全ではありません
problem-no-starttls-reason = { $host } の { $port } 番は、暗号化を始められませんでした。パスワードは送っていません。{ $other-port } 番なら、つながるかもしれません。

problem-tls-too-old = サーバーが古く、安全ではありません
problem-tls-too-old-reason = { $host } は、古い暗号のつなぎ方しかできませんでした。パスワードは送っていません。サーバーを管理している会社が直します。

problem-wrong-kind-of-line = ポート番号と、暗号の種類が合っていません
problem-wrong-kind-of-line-reason = { $host } は、はじめから暗号でつなぐポート番号(465)と、途中から暗号にするポート番号(587)で、つなぎ方がちがいます。ポート番号に合うほうを選ぶと、つながります。

problem-google-needs-app-password = アプリ専用のパスワードが必要です
problem-google-needs-app-password-reason = Google では、いつものパスワードは使えません。16文字の、アプリ専用のパスワードを作ってください。

problem-google-confirm-identity = 本人の確認が必要です
problem-google-confirm-identity-reason = Google が、いつもとちがうサインインだと考えて止めました。ブラウザーで Gmail を開いて、確認の知らせに答えてから、もう一度ためしてください。

problem-google-password-refused = このパスワードは使えません
problem-google-password-refused-reason = Google が受け付けませんでした。アプリ専用のパスワードは、Google のパスワードを変えると消えます。新しく作って、貼り付けてください。

problem-google-permission-lacks-mail = Google が、このアカウントのメールを受け付けません
problem-google-permission-lacks-mail-reason = このアカウントに Gmail がないか、会社の決まりで止められているか、許可にメールが入っていませんでした。もう一度サインインして、チェックの欄が出たら、全部に入れてください。

problem-smtp-auth-off = 会社の設定で、この送り方が止められています
problem-smtp-auth-off-reason = あなたのパスワードやサインインのせいではありません。Microsoft 365 の「認証済み SMTP」(アプリから送るためのスイッチ)がオフのため、メールを渡せませんでした。管理者がオンにすると、送れます。
problem-smtp-auth-off-by-web = 管理者を待たずに、{ $provider } のウェブの窓口から送れることがあります。ブラウザーで、もう一度許可します。

problem-safety-rule = 会社の安全のルールで止められています
problem-safety-rule-reason = Microsoft 365 の安全のルールが、このサインインを止めました。管理者にたずねてください。

problem-microsoft-no-passwords = Microsoft は、パスワードでの送信をやめました
problem-microsoft-no-passwords-reason = パスワードは合っているかもしれませんが、Microsoft はアプリからのパスワードを受け付けません。ブラウザーでサインインしてください。

problem-microsoft-refused = Microsoft に入れませんでした
problem-microsoft-refused-reason = サインインしたアカウントと、送るアドレスがちがうか、このアカウントではアプリからの送信が閉じられています。もう一度、送るアドレスでサインインしてください。

problem-needs-app-password = アプリ専用のパスワードが必要です
problem-needs-app-password-reason = { $provider } では、いつものパスワードは使えません。アプリ専用のパスワードを作ってください。もう作ってあるなら、貼り付けなおしてください。

problem-not-accepted = 名前かパスワードが、受け付けられませんでした
problem-not-accepted-reason = { $host } が断りました。ユーザー名とパスワードを、もう一度入れてください。

problem-other-user-name = ユーザー名の形がちがうようです
problem-other-user-name-reason = このメールの会社のユーザー名は「{ $user-name }」です。アドレスとはちがうことがあります。ユーザー名を入れなおしてください。

problem-not-signed-in = サインインしないまま、送ろうとしました
problem-not-signed-in-reason = { $host } は、サインインした人のメールだけを受け取ります。サーバーの名前とパスワードを、もう一度たしかめてください。ほかのアプリや機器に出たときは、その設定の「送信サーバーの認証」をオンにします。

problem-sending-switched-off = ほかのアプリからの送信が、オフになっています
problem-sending-switched-off-reason = メールの会社の設定で、SMTP(ほかのアプリからの送信)がオフになっているようです。ブラウザーでメールの設定を開いて、オンにしてください。

problem-foreign-access-blocked = 海外からの接続が、止められています
problem-foreign-access-blocked-reason = メールの会社が、国外からのサインインや送信を断っています。国内にいるのに出るときは、VPN やプロキシが外国を通っているかもしれません。
problem-foreign-access-blocked-steps =
    VPN を使っているなら、切ってためします。
    メールの会社の管理画面で、国外からの利用の制限を見ます。

problem-reading-switched-off = メールを読む入口が、オフになっています
problem-reading-switched-off-reason = IMAP や POP(ほかのアプリでメールを読むしくみ)が、設定でオフになっています。送ることには関係ありません。届いたかどうかは、ブラウザーのメールで見てください。

problem-relaying-denied = サーバーが、外あてのメールを断りました
problem-relaying-denied-reason = { $host } は、このつなぎ方では、ほかの会社あてのメールを送りません。サインインしていないか、別の会社のサーバーを使っているときに出ます。465 番か 587 番で、サインインして送ります。

problem-account-stopped = アカウントが、止められています
problem-account-stopped-reason = メールの会社が、このアカウントの送信を止めています。いつもとちがう使われ方が見つかったときなどに、こうなります。ブラウザーでメールを開いて、知らせがないか見てください。
problem-account-stopped-steps =
    ブラウザーでメールに入り、確認や手続きの知らせに答えます。
    覚えのない使われ方なら、パスワードを変えます。
    知らせがなければ、メールの会社(会社のアカウントなら管理者)にたずねます。

problem-too-many-tries = 何度も失敗しました。少し待ってください
problem-too-many-tries-reason = サーバーが、しばらく受け付けないことにしました。1時間ほど待って、パスワードをたしかめてから、ためしてください。

problem-no-common-method = サインインの方法が合いません
problem-no-common-method-reason = { $host } が使えるサインインの方法と、このアプリの方法が合いませんでした。パスワードは送っていません。

problem-relay-not-active = 送信サービスが、まだ本番で使えません
problem-relay-not-active-reason = 送信サービスのアカウントが、審査の前か、お試し(サンドボックス)のままです。サービスの画面で、本番の利用を申し込むか、送るアドレスを確認してください。

problem-relay-place-unknown = 会社の送信の入口に、登録されていない場所です
problem-relay-place-unknown-reason = { $host } は、会社の管理者が登録した場所(IP アドレス)からのメールだけを通します。いまの場所は登録されていないか、前と変わっています。登録してから効くまで、1時間ほど(長いと24時間)かかることがあります。
problem-relay-place-unknown-steps = 管理者に、いまの場所の IP アドレスを登録してもらいます。

problem-relay-other-domain = 差出人が、会社のアドレスではありません
problem-relay-other-domain-reason = この場所は、別のドメインのために登録されています。{ $address } は、そこからの差出人に使えません。会社のアドレスを差出人にしてください。

problem-sender-not-allowed = このアドレスを差出人にできません
problem-sender-not-allowed-reason = サインインした人は、{ $address } から送ることができません。サインインしたアドレスと同じにしてください。

problem-own-address-refused = 自分のアドレスが使えません
problem-own-address-refused-reason = サーバーが「{ $address } というアドレスはありません」と答えました。打ちまちがいがないか、たしかめてください。

problem-mailbox-full = 受信箱がいっぱいです
problem-mailbox-full-reason = いらないメールを消すと、また送れます。

problem-limit-reached = 今日送れる数を超えました
problem-limit-reached-reason = メールの会社が決めた数を、使い切りました。1日ほど待つと、また送れることがほとんどです。

problem-asked-to-wait = サーバーが「少し待って」と言っています
problem-asked-to-wait-reason = こちらの設定は正しいようです。10分ほど待って、もう一度ためしてください。

problem-taken-for-spam = 迷惑メールと思われました
problem-taken-for-spam-reason = テストのメールを、サーバーが受け取りませんでした。少し待って、もう一度ためしてください。続くときは、メールの会社にたずねてください。

problem-domain-not-approved = ドメインの設定が足りません
problem-domain-not-approved-reason = { $domain } の持ち主が、この送り方を認める設定(SPF、DKIM、DMARC)をしていないため、受け取る側が断りました。ドメインを管理している人が直します。

problem-too-large = メールが大きすぎます
problem-too-large-reason = サーバーが受け取れる大きさを超えています。添付のファイルを小さくするか、ファイルを置いた場所のリンクを送ります。

problem-badly-built = メールの作り方に、まちがいがあります
problem-badly-built-reason = { $host } が、メールの形や、やりとりの順番がちがうと答えました。あなたのせいではありません。送ったアプリの側で直すことです。

problem-keychain-locked = パスワードの保管場所を開いてください
problem-keychain-locked-reason = このパソコンの、パスワードの保管場所に鍵がかかっています。開くと、続きができます。

problem-keychain-refused = 保管場所が使えませんでした
problem-keychain-refused-reason = このパソコンの、パスワードの保管場所が、断りました。

problem-keychain-missing = パスワードの保管場所がありません
problem-keychain-missing-reason = このパソコンには、パスワードを安全にしまう場所(保管場所)がありません。今すぐ使いたいときは、保存しないで続けられます。アプリを閉じると消えます。
problem-keychain-missing-steps =
    Linux では「GNOME Keyring」か「KWallet」を入れて、ログインしなおします。
    そのあと「もう一度ためす」を押します。

problem-keychain-damaged = 保存したものが、正しく読めません
problem-keychain-damaged-reason = 保管場所から読みなおすと、保存したものとちがうか、ありませんでした。ほかのものは、消していません。

problem-arrived-in-spam = 迷惑メールに入りました
problem-arrived-in-spam-reason = メールは届きましたが、迷惑メールのフォルダーにあります。
problem-arrived-in-spam-steps = 迷惑メールのフォルダーに入っていました。そのメールを開いて「迷惑メールではない」を押すと、次から受信箱に入りやすくなります。

problem-not-seen-yet = まだ見えません
problem-not-seen-yet-reason = サーバーは受け取りましたが、メールボックスには、まだ見えません。数分かかることがあります。届いていたら「はい、届きました」を押してください。
problem-not-seen-yet-steps = 1分ほど待って、「迷惑メール」のフォルダーも見てください。振り分けの設定で、別のフォルダーにあるかもしれません。

problem-came-back = 送り返されました
problem-came-back-reason = { $address } あてのメールが、「届けられませんでした」という知らせといっしょに戻ってきました。わけは、下の「くわしく」にあります。

problem-moved-elsewhere = 振り分けで、別の場所にあるかもしれません
problem-moved-elsewhere-reason = メールの会社は受け取りましたが、まだ見つかりません。迷惑メールにもなければ、転送や振り分けの設定で、別の場所に動いたのかもしれません。メールの検索に、件名の4文字を入れてみてください。

problem-closed-in-the-middle = 続きから始めますか?
problem-closed-in-the-middle-reason = { $reached ->
    [arrival] { $address } の設定は、できています。テストのメールが届いたかどうかが、まだわかっていません。
   *[other] 前回は { $address } の設定の途中で終わりました。パスワードを、もう一度入れることがあります。
 }

problem-stopped-while-sending = やめました。メールは送られたかもしれません
problem-stopped-while-sending-reason = メールを渡している途中でした。届くことがあります。新しく保存したものは、ありません。

problem-unknown-reply = はじめて見る返事です
problem-unknown-reply-reason = { $host } の返事の意味が、このアプリにはわかりませんでした。下の「くわしく」に、そのまま書いてあります。

problem-internal = アプリの中で問題が起きました
problem-internal-reason = あなたのせいではありません。もう一度ためしてください。続くときは、「報告をコピー」を押して、このアプリの配布元に送ってください(番号 { $report })。

problem-settings-faulty = 設定のファイルに、まちがいがあります
problem-settings-faulty-reason = { $file } の { $line } 行目が読めませんでした。このファイルを使わずに、始めることもできます。

problem-list-not-written = { $what ->
        [permission] 許可を、新しくできませんでした
       *[list] アドレスの一覧を、保存できませんでした
    }
problem-list-not-written-reason = { $what ->
        [permission] パソコンのフォルダー { $folder } に書き込めませんでした。ディスクの空きがないことが、よくある原因です。許可そのものは、保存されたままです。
       *[list] パソコンのフォルダー { $folder } に書き込めませんでした。ディスクの空きがないことが、よくある原因です。とどいたを閉じると、最後の変更は残りません。
    }
problem-list-not-written-steps =
    いらないファイルを消して、ごみ箱を空にします。
    とどいたにもどって、「もう一度ためす」を押します。
    続くときは、パソコンにくわしい人に、この画面を見せてください。
problem-list-not-written-told = 最後の変更が、まだ保存できていません。とどいたを閉じると、残りません。
problem-list-not-written-still = まだ保存できません。

problem-not-allowed-here = このパソコンでは、このアドレスを使えない決まりです
problem-not-allowed-here-reason = このアドレスで使える方法が、会社の設定で止められています。会社の担当の人が、変えられます。

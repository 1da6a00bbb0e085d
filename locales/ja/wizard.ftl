# 画面の中の短い文。固定の見出しは screens.ftl。

as-it-is = { $value }

step-address = アドレス
step-connect = つなぐ
step-check = たしかめる
step-arrival = とどいた

## アドレスの下に出る一言
hint-consent = { $provider } です。ブラウザーでサインインして送れます。
hint-app-password = { $provider } です。アプリ専用のパスワードで送れます。
hint-password = { $provider } です。パスワードで送れます。
hint-preparation = { $provider } です。先に1つ、準備がいります。
hint-impossible = { $provider } です。このアプリからは送れません。
hint-idn = 日本語などの名前です。サーバーには { $ascii } としてたずねます。
hint-mixed-script = 似た形の、ちがう国の文字がまじっています。ほんとうの名前は { $ascii } です。
hint-smtputf8 = 「@」の前に、英数字でない文字があります。送れるサーバーは、まだ多くありません。
hint-folded = 全角の文字は、半角として使います。

searching-dns = メールがどこで動いているか、調べています…
searching-web = 設定の案内をさがしています…
searching-probe = よくある名前のサーバーを、ためしています…
searching-slow = いつもより時間がかかっています。ご自分でサーバーを入れることもできます。

## ブラウザーでの許可
consent-starting = 準備をしています…
consent-waiting = ブラウザーを開きました。そちらで許可してください。
consent-checking = 返事をたしかめています…
consent-error-empty = ブラウザーに出ている文を入れてください。
consent-error-unknown = その文の意味は、わかりませんでした。そのまま待っています。
consent-nothing-yet = まだ返事がありません。ブラウザーが開いていなければ「もう一度開く」を押すか、リンクをコピーしてブラウザーに貼り付けてください。

## パスワード
error-password-empty = パスワードを入れてください。
error-user-name-empty = ユーザー名を入れてください。
error-relay-address = メールアドレスは「taro@example.jp」のような形です。
error-relay-key-empty = サービスの鍵を貼り付けてください。
error-relay-place = サービスの画面にある名前を、そのまま入れてください。
error-host-empty = サーバーの名前を入れてください。
error-host-shape = サーバーの名前は「smtp.example.jp」のような形です。
error-port = ポートは 1 から 65535 までの数字です。わからないときは、空のままにしてください。

## 届いたか
arrival-looking = メールボックスの中をさがしています…
arrival-asked = サーバーはメールを受け取りました。届いたかどうかを教えてください。
arrival-shut = メールボックスの中を見られなかったので、届いたかどうかわかりません。ご自分で開いて、教えてください。

## できあがり
done-title = 準備ができました
done-address = アドレス
done-road = 送り方
done-kept = 保管場所
done-place = 届いた場所
done-kept-keychain = このパソコンの、パスワードの保管場所
done-kept-session = 保存していません(アプリを閉じると消えます)
done-in-inbox = 受信箱({ $seconds }秒後に見つけました)
done-in-folder = 「{ $folder }」フォルダー(振り分けで移っていました)
done-in-spam = 迷惑メールのフォルダー({ $seconds }秒後に見つけました)
done-confirmed = あなたが確かめました
road-oauth = { $provider } のサインイン
road-app-password = { $provider } のアプリ専用のパスワード
road-password = { $provider } のパスワード
road-relay-key = { $provider } の鍵

## 一覧
home-last-arrived = テストが届きました
home-last-spam = テストは迷惑メールに入りました
home-last-accepted = サーバーは受け取りました。届いたかは、まだ確かめていません
home-last-none = まだテストを送っていません
home-watch-none = 1日に1回、サインインできるかをたしかめます
home-watch-well = 毎日の確認: サインインできます
home-watch-trouble = 毎日の確認: 問題が見つかりました
home-watch-on = これから1日に1回、{ $address } でサインインできるかをたしかめます。メールは送りません。新しい問題が見つかったときだけ、お知らせします。
home-watch-off = { $address } の、毎日の確認をやめました。
home-watch-failed = { $address } の毎日の確認は、始められませんでした。このパソコンでは、プログラムを1日に1回動かす設定ができません。
home-watch-failed-mac = { $address } の毎日の確認は、始められませんでした。先に、とどいたを「アプリケーション」フォルダに移して、そこから開いてください。
home-removing = { $address } を消しています…
home-removed = { $address } を消しました。このパソコンに、パスワードは残っていません。
home-removed-microsoft = { $address } を消しました。許可は、Microsoft のアカウントの画面に残っています。そこで取り消せます。
home-removed-and-revoked = { $address } を消しました。許可も取り消しました。このアドレスのパスワードや許可は、このパソコンに残っていません。
home-removed-not-revoked = { $address } を消しました。許可の取り消しは確かめられませんでした。Google のアカウントの画面で取り消せます。
home-remove-failed = { $address } は消せませんでした。パスワードの保管場所が開いていません。保管場所を開いて、もう一度ためしてください。
home-remove-no-store = { $address } のパスワードや許可は、消せませんでした。このパソコンに、パスワードの保管場所が見つかりません。
home-remove-refused = { $address } は消せませんでした。パスワードの保管場所が、開くのを断りました。もう一度ためして、たずねられたら許可してください。
home-remove-not-deleted = { $address } は消せませんでした。パスワードの保管場所から、消えていません。もう一度ためしてください。
home-taken-off = { $address } を一覧から消しました。パスワードの保管場所がもどると、パスワードや許可が、そこに残っていることがあります。

## 失敗の画面
who-you = あなたができること
who-administrator = 会社や学校の管理者にお願いします
who-provider = メールの会社にお願いします
who-wait = しばらく待ってください
who-us = アプリの側の問題です
who-unknown = まだわかりません
certainty-sure = 確かです
certainty-likely = たぶん、これが原因です
detail-state = 番号
detail-stage = どこで
detail-server = サーバー
stage-address = アドレス
stage-find = 設定をさがすところ
stage-consent = ブラウザーでの許可
stage-token = 許可の受け取り
stage-connect = サーバーにつなぐところ
stage-secure = 通り道の暗号化
stage-sign-in = サインイン
stage-sender = 差出人の確認
stage-hand-over = メールを渡すところ
stage-keep = パスワードの保管
stage-arrive = 届くところ

## ひとつだけの質問
question-why-filter = 迷惑メールを止めるしくみ({ $name })が前にあるため、こちらからは見えません。
question-why-two-answers = 調べた答えが、ふたつに分かれました。
question-named-by-dns = { $domain } の DNS(インターネットの住所録)が、このサーバーを指しています。
question-named-by-file = { $domain } の案内が、別の会社のところに置かれていました。
question-named-by-ispdb = 公開されている設定の一覧(ISPDB)に、このサーバーがのっていました。
question-named-by-trying = よくある名前のサーバーをためして、見つけました。
question-look-alike = よく似ていますが、「{ $domain }」と「{ $server }」は別の名前です。

## うまくいかなかったあとに、たしかめたこと
check-control-answers = ほかのメールサーバー({ $host })の { $port } 番には、つながりました。このネットワークは、メールの送信を止めていません。
check-control-silent = ほかのメールサーバー({ $host })の { $port } 番にも、つながりませんでした。
check-port-open = { $host } の { $port } 番は、開いています。
check-port-closed = { $host } の { $port } 番には、つながりませんでした。
check-clock-wrong = ほかの会社({ $host })の証明書も、期限切れに見えました。このパソコンの時計がずれています。
check-clock-right = ほかの会社({ $host })の証明書は、正しく見えました。時計は合っています。
check-starttls-known = { $host } は、いつもは暗号化できるサーバーです。間にある機器が、止めているのかもしれません。
consent-by-web = 送り方が変わるので、もう一度サインインします。メールについての許可は、送ることだけです。ほかは、サインインのためのものです。
consent-google-wide = Google の画面には、メールを読む・消す許可も出ます。この送り方には、もっと小さな許可がないためです。とどいたは、送ることと、自分のテストのメールをさがすことだけに使います。
consent-code-waiting = ほかの機器でコードを入れてください。待っています。
report-saved = 報告を保存しました: { $place }
report-not-saved = 報告を保存できませんでした。「報告をコピー」を使ってください。
records-looking = ドメインの設定を調べています
records-good = 調べたところは、どれもできています
records-wrong = 直すところが{ $count }つあります
records-not-yours = このドメインの設定は、変えられません。差出人を、自分のドメインのアドレスに変えてください
records-nothing-seen = いまは、何も見えませんでした。ネットワークを確かめて、もう一度調べてください
records-unseen = 見えたところは、どれもできています。見えなかったところがあります
consent-for-reading = メールを読む許可も、一度だけ使います。受信をためしたあとは、このパソコンに残しません
about-newest = これが、いちばん新しいバージョンです。
about-newer = 新しいバージョン { $version } があります。配っているページから手に入ります。
about-not-reached = いまは、調べられませんでした。あとで、もう一度ためしてください。
about-not-believed = 返ってきたものは、配っている人のものだと確かめられませんでした。何も変えていません。そのまま使えます。

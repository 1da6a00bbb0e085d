# テストのメールと、ブラウザーに出る最後のページ。

message-subject = とどいた テスト { $code }
message-title = とどきました
message-line-1 = これは「とどいた」が送った、テストのメールです。
message-line-2 = アプリの画面で「はい、届きました」を押してください。番号は { $code } です。
message-line-2-command = コマンド(todoita test)で送りました。番号は { $code } です。
message-line-3 = このメールは、あなたのアドレスから、あなたのアドレスに送りました。ほかの人には送っていません。
message-line-3-other = このメールは { $address } から { $recipient } に送りました。ほかの人には送っていません。心当たりがないときは、消してかまいません。

page-done-title = 許可を受け取りました
page-done-body = 「とどいた」の画面にもどってください。続きは、そちらで進みます。
page-missing-title = チェックが1つ足りません
page-missing-body = メールを送るための許可が入っていませんでした。「とどいた」の画面にもどって、もう一度ためしてください。
page-failed-title = サインインは終わりませんでした
page-failed-body = 何も保存していません。「とどいた」の画面にもどってください。
page-close = このタブは閉じてかまいません。

notice-trouble = { $address } の送信に、問題があります
notice-trouble-body = 毎日の確認で見つかりました。「とどいた」を開くと、何が起きたか、どうすればよいかが分かります。
notice-coming = { $address } は、送れなくなるかもしれません
notice-coming-body = Microsoft は、アプリからパスワードで送る方法を、順にやめています。「とどいた」を開くと、どうすればよいかが分かります。
notice-open = 「とどいた」を開く

message-no-window = 「とどいた」の画面を出せません
message-no-window-body = 画面を出すための部品が、このパソコンにないか、こわれています。次を入れてから、もう一度開いてください: { $remedy }
message-no-authorities = 「とどいた」は、安全な接続ができません
message-no-authorities-body = 相手が本物かをたしかめるための証明書が、このパソコンにありません。Linux では、ca-certificates というパッケージを入れてから、もう一度開いてください。

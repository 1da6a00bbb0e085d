# 確認の1行ずつ。まだ・いま・できた・だめ。

check-find-todo = メールサーバーをさがす
check-find-now = メールサーバーをさがしています…
check-find-done = メールサーバーが決まりました
check-find-failed = メールサーバーが見つかりませんでした

check-connect-todo = サーバーにつなぐ
check-connect-now = サーバーにつないでいます…
check-connect-done = サーバーにつながりました
check-connect-instead = サーバーにつながりました({ $family } を使っています)
check-connect-failed = サーバーにつながりませんでした

check-secure-todo = 通り道を暗号化する
check-secure-now = 通り道を暗号化しています…
check-secure-done = 通り道を暗号化しました({ $detail })
check-secure-failed = 通り道を暗号化できませんでした

check-sign-in-todo = サインインする
check-sign-in-now = サインインしています…
check-sign-in-done = サインインできました
check-sign-in-failed = サインインできませんでした

check-sender-todo = このアドレスから送れるか、たしかめる
check-sender-now = このアドレスから送れるか、たしかめています…
check-sender-done = このアドレスから送れます
check-sender-failed = このアドレスから送れませんでした

check-hand-over-todo = テストのメールを渡す
check-hand-over-now = テストのメールを渡しています…
check-hand-over-done = サーバーがテストのメールを受け取りました
check-hand-over-failed = テストのメールを渡せませんでした

check-keep-todo = パスワードの保管場所に入れる
check-keep-now = パスワードの保管場所に入れています…
check-keep-done = パスワードの保管場所に入れました
check-keep-failed = 保管場所に入れられませんでした

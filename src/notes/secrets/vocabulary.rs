//! What is said of secrets in languages the bot does not speak, in which notes are written all the same.

/// The words of a language. Phrases stand between commas, and are compared without case and accents.
pub(super) struct Language {
    /// Announce a password, or an answer in place of one.
    pub(super) passwords: &'static str,
    /// Announce a key for a machine.
    pub(super) keys: &'static str,
    /// Announce a code.
    pub(super) codes: &'static str,
    /// Announce a user's name and a password.
    pub(super) pairs: &'static str,
    /// Stand between a label and its value.
    pub(super) is: &'static str,
    /// Speak about a secret instead of giving it.
    pub(super) tells: &'static str,
}

/// One language a row, or a few that share their words.
pub(super) const LANGUAGES: [Language; 19] = [
    // Dutch.
    Language {
        passwords: "wachtwoord, wachtwoorden, wachtwoorden, wachtzin, ww, geheime vraag, beveiligingsvraag, meisjesnaam, \
            meisjesnaam moeder, veiligheidswoord, codewoord, toegangswoord",
        keys: "netwerksleutel, wifi sleutel, api sleutel, licentiesleutel, beveiligingssleutel, herstelsleutel",
        codes: "pincode, alarmcode, deurcode, toegangscode, kluiscode, poortcode, herstelcode, herstelcodes, \
            cijfercombinatie, cijferslot, combinatie",
        pairs: "inloggegevens, gebruiker/wachtwoord, gebruikersnaam/wachtwoord",
        is: "is, luidt, zijn, is nu",
        tells: "zie, vraag, vragen, bel, bellen, nooit, niet, geen, onbekend, zelfde, hetzelfde, verlopen, verloopt, \
            gewijzigd, wijzigen, onjuist, fout, verkeerd, vergeten, kwijt, opgeslagen, bewaard, beheerd, \
            vereist, nodig, resetten, gereset, beleid, staat, ligt, moet, mag, kan, wordt, werd, werkt, \
            geblokkeerd, als, wanneer, maar, hij, zij, ze, alleen, elke, dagen, manager, beheer",
    },
    // Portuguese.
    Language {
        passwords: "senha, senhas, palavra passe, palavras passe, palavra chave, frase secreta, pergunta secreta, \
            pergunta de seguranca, resposta secreta, nome de solteira, sobrenome de solteira, primeiro animal",
        keys: "chave de api, chave da api, chave wifi, chave de rede, chave do wifi, chave de licenca, chave \
            secreta, segredo, chave de recuperacao",
        codes: "codigo do alarme, codigo de alarme, codigo da porta, codigo do portao, codigo de acesso, codigo do \
            cofre, codigo de seguranca, combinacao, segredo do cofre, codigos de recuperacao, codigo pin, cartao \
            de credito, numero da conta",
        pairs: "credenciais, usuario/senha, utilizador/senha, login/senha, dados de acesso",
        is: "e, sao, era, agora e, e agora",
        tells: "ver, veja, perguntar, pergunte, ligar, ligue, contatar, nunca, nao, nenhuma, nenhum, desconhecida, \
            mesma, expira, expirou, expirada, alterada, alterar, mudou, incorreta, errada, correta, invalida, \
            esqueceu, esquecida, perdida, bloqueada, guardada, salva, armazenada, gerenciada, necessaria, \
            obrigatoria, redefinir, redefinida, politica, deve, pode, sera, foi, esta, fica, se, quando, antes, \
            depois, mas, que, cada, dias, so, gestor, gerenciador",
    },
    // Polish.
    Language {
        passwords: "hasło, hasła, haseł, hasłem, hasle, fraza hasłowa, pytanie pomocnicze, pytanie bezpieczeństwa, \
            odpowiedź bezpieczeństwa, nazwisko panieńskie, nazwisko panieńskie matki, imię pierwszego zwierzaka",
        keys: "klucz api, klucz wifi, klucz wi fi, klucz sieciowy, klucz licencyjny, klucz odzyskiwania, klucz \
            prywatny, klucz zabezpieczeń",
        codes: "kod pin, kod do drzwi, kod do bramy, kod alarmu, kod do alarmu, kod dostępu, kod do sejfu, kod do \
            domofonu, szyfr, szyfr do sejfu, kombinacja, kody zapasowe, kody odzyskiwania",
        pairs: "dane logowania, login/hasło, użytkownik/hasło",
        is: "to, jest, brzmi, było, to teraz",
        tells: "patrz, zobacz, zapytaj, zapytać, pytaj, zadzwoń, nigdy, nie, brak, nieznane, takie, to samo, wygasa, \
            wygasło, zmienione, zmienić, zmień, niepoprawne, nieprawidłowe, błędne, złe, zapomniał, zapomniała, \
            zapomniane, zgubione, zablokowane, zapisane, przechowywane, wymagane, potrzebne, resetować, \
            zresetować, zresetowane, polityka, musi, może, będzie, zostało, został, jeśli, gdy, kiedy, ale, co, \
            tylko, się, dni, menedżer, jest w",
    },
    // Russian.
    Language {
        passwords: "парол, пароль, кодовое слово, секретное слово, секретный вопрос, контрольный вопрос, ответ на \
            секретный вопрос, девичья фамилия, девичья фамилия матери, кличка питомца, кодовая фраза",
        keys: "ключ api, ключ wifi, ключ wi fi, ключ сети, ключ безопасности, ключ доступа, ключ лицензии, \
            лицензионный ключ, ключ восстановления, секретный ключ, токен доступа",
        codes: "пин, пинкод, пин код, код двери, код от двери, код домофона, код от домофона, код сигнализации, код \
            от сигнализации, код доступа, код от сейфа, код сейфа, комбинация, комбинация сейфа, шифр, резервные \
            коды, коды восстановления, код ворот, код от ворот",
        pairs: "учетные данные, логин/пароль, данные для входа, доступы, доступ",
        is: "это, теперь, равен, сейчас",
        tells: "см, смотри, смотрите, спросить, спросите, звонить, звоните, никогда, не, нет, неизвестен, тот же, \
            истек, истекает, изменен, сменить, менять, меняется, неверный, неверен, неправильный, забыл, забыла, \
            забыт, утерян, заблокирован, хранится, сохранен, записан, требуется, нужен, сбросить, сброшен, \
            сброс, политика, должен, может, будет, был, находится, если, когда, но, только, каждые, дней, \
            менеджер",
    },
    // Ukrainian.
    Language {
        passwords: "гасло, секретне слово, кодове слово, секретне питання, контрольне питання, дівоче прізвище, дівоче \
            прізвище матері",
        keys: "ключ доступу, ключ мережі, ключ безпеки, ліцензійний ключ, ключ відновлення, секретний ключ",
        codes: "пін, пін код, пінкод, код дверей, код від дверей, код сигналізації, код доступу, код сейфа, код від \
            сейфа, код домофона, комбінація, резервні коди, коди відновлення",
        pairs: "облікові дані, логін/пароль",
        is: "це, є, зараз",
        tells: "див, дивись, дивіться, запитати, запитайте, спитати, дзвонити, ніколи, не, немає, невідомий, \
            закінчився, змінено, змінити, неправильний, невірний, забув, забула, втрачено, заблоковано, \
            зберігається, збережено, потрібен, скинути, скинуто, має, може, буде, якщо, коли, але, тільки",
    },
    // Chinese.
    Language {
        passwords: "密码, 密碼, 口令, 暗号, 暗號, 密保答案, 密保问题, 安全问题, 安全問題, 母亲姓氏, 娘家姓, 通行码, 密语",
        keys: "密钥, 密鑰, 金鑰, 秘钥, 令牌, 授权码, 无线密钥",
        codes: "门禁码, 門禁碼, 门禁密码, 开门密码, 報警碼, 报警码, 报警密码, 访问码, 保险箱密码, 保險箱密碼, 验证码, 恢复码, 备用码, 锁码, 卡号, 银行卡号, 提款密码",
        pairs: "账号/密码, 用户名/密码, 账号密码, 账户密码, 用户名密码, 登录信息",
        is: "是, 为, 為, 现在是, 改为, 设为, 就是",
        tells: "见, 見, 请, 請, 问, 問, 联系, 聯絡, 打电话, 不, 没有, 未, 无, 无需, 忘记, 忘了, 已过期, 过期, 过期了, 已重置, 重置, 已更改, 已修改, 错误, 错了, 不对, \
            保存在, 存放在, 在, 由, 需要, 每, 策略, 管理, 已, 重设",
    },
    // Japanese.
    Language {
        passwords: "パスワード, ﾊﾟｽﾜｰﾄﾞ, パスフレーズ, 合言葉, 秘密の質問, 秘密の答え, 旧姓, 母の旧姓, 母親の旧姓, パスコード",
        keys: "暗号化キー, セキュリティキー, apiキー, シークレット, トークン, ライセンスキー, プロダクトキー, ネットワークキー, 回復キー",
        codes: "暗証番号, セキュリティコード, ドアコード, 解除コード, 入館コード, 認証コード, バックアップコード, 金庫の番号, 開錠番号, 解錠番号, アクセスコード, カード番号, 口座番号",
        pairs: "ログイン情報, ユーザー名/パスワード, id/パスワード, 認証情報",
        is: "は, が, 現在は",
        tells: "参照, を, に, で, について, 変更, 期限切れ, 有効期限, 忘れ, 不明, なし, 無し, 不要, 必要, リセット, 管理, 保管, 間違, 確認, 聞いて, 問い合わせ, ポリシー, \
            は変更, は期限, は必要, は不明, は金庫",
    },
    // Korean.
    Language {
        passwords: "비밀번호, 패스워드, 비번, 암호, 암구호, 보안질문, 보안 질문, 보안 답변, 어머니 성함",
        keys: "보안키, 보안 키, 암호키, 네트워크 키, 라이선스 키, 제품 키, api 키, 토큰, 복구 키",
        codes: "핀번호, 핀 번호, 출입 코드, 출입코드, 도어락, 도어락 번호, 현관 비밀번호, 인증번호, 보안코드, 보안 코드, 복구 코드, 백업 코드, 금고 번호, 카드번호, 계좌번호, 경보 \
            코드",
        pairs: "로그인 정보, 아이디/비밀번호, 아이디/비번, 계정 정보",
        is: "는, 은, 이, 가, 는 지금",
        tells: "참조, 참고, 문의, 를, 을, 변경, 만료, 만료됨, 만료되, 모름, 분실, 없음, 없, 필요, 재설정, 초기화, 관리, 보관, 틀림, 틀렸, 틀려, 잘못, 확인, 요청, 정책, \
            잊",
    },
    // Swedish, Danish, Norwegian.
    Language {
        passwords: "lösenord, lösenordet, lösenordet, lösenfras, lösen, säkerhetsfråga, hemlig fråga, mors flicknamn, \
            flicknamn, adgangskode, adgangskoden, adgangskoder, kodeord, kodeordet, adgangsord, løsen, \
            sikkerhedsspørgsmål, mors pigenavn, pigenavn, passord, passordet, passorder, passordfrase, \
            sikkerhetsspørsmål, mors pikenavn, pikenavn",
        keys: "nätverksnyckel, wifi nyckel, licensnyckel, api nyckel, säkerhetsnyckel, netværksnøgle, wifi nøgle, \
            licensnøgle, api nøgle, nettverksnøkkel, wifi nøkkel, lisensnøkkel, api nøkkel, \
            gjenopprettingsnøkkel",
        codes: "pinkod, portkod, larmkod, dörrkod, kassaskåpskod, pinkode, alarmkode, dørkode, portkode, adgangskode \
            til døren, sikkerhedskode, sikkerhetskode, kodelås, kombination, kombinasjon, reservkoder, \
            återställningskoder, gendannelseskoder, gjenopprettingskoder, kod till dörren, kode til døren, \
            säkerhetskod",
        pairs: "inloggningsuppgifter, användare/lösenord, bruger/kodeord, brugernavn/adgangskode, bruker/passord, \
            brukernavn/passord, innloggingsinformasjon, loginoplysninger",
        is: "är, er, var, är nu, er nå, er nu, lyder",
        tells: "se, fråga, spørg, spør, ring, kontakta, kontakt, aldrig, aldri, inte, ikke, inget, ingen, intet, \
            okänt, ukendt, ukjent, samma, samme, gått ut, utgånget, går ut, udløbet, udløber, utløpt, utløper, \
            ändrat, ändras, ändra, byta, bytt, bytes, ændret, skift, skiftes, skiftet, endret, endres, byttes, \
            fel, felaktigt, forkert, feil, glömt, glemt, borttappat, sparat, lagras, finns, ligger, står, gemt, \
            lagret, krävs, kræves, kreves, behövs, nødvendig, återställt, återställa, nulstillet, nulstilles, \
            nullstilt, tilbakestilt, policy, måste, skal, ska, får, må, kan, blev, ble, har, blir, bliver, \
            spärrat, spærret, sperret, om, hvis, när, når, men, bara, kun, dagar, dager, dage, virker, fungerar",
    },
    // Finnish.
    Language {
        passwords: "salasana, salasana, tunnussana, tunnussana, salalause, turvakysymys, äidin tyttönimi, tyttönimi, \
            turvasana",
        keys: "verkkoavain, wifi avain, api avain, lisenssiavain, suojausavain, palautusavain",
        codes: "pin koodi, ovikoodi, hälytyskoodi, kulkukoodi, kassakaapin koodi, turvakoodi, porttikoodi, \
            varakoodit, palautuskoodit, yhdistelmä",
        pairs: "kirjautumistiedot, käyttäjätunnus/salasana, tunnus/salasana, tunnukset",
        is: "on, oli, on nyt",
        tells: "katso, ks, kysy, soita, ei, eivät, älä, tuntematon, sama, vanhentunut, vanhenee, vaihdettu, \
            vaihdetaan, vaihda, väärä, väärin, unohtunut, unohti, kadonnut, tallennettu, säilytetään, löytyy, \
            vaaditaan, tarvitaan, nollattu, nollaa, palautettu, käytäntö, täytyy, pitää, voi, lukittu, jos, kun, \
            mutta, vain, joka, tallessa",
    },
    // Czech and Slovak.
    Language {
        passwords: "hesl, heslo, hesiel, heslová fráze, bezpečnostní otázka, kontrolní otázka, tajná otázka, rodné \
            příjmení matky, jméno matky za svobodna, za svobodna, bezpečnostná otázka, rodné priezvisko matky, \
            dívčí jméno matky",
        keys: "síťový klíč, klíč wifi, api klíč, licenční klíč, klíč k wifi, klíč pro obnovení, sieťový kľúč, kľúč \
            wifi, licenčný kľúč, tajný klíč",
        codes: "kód dveří, kód ke dveřím, kód od dveří, kód alarmu, kód k alarmu, přístupový kód, kód k trezoru, kód \
            trezoru, kombinace, kombinace k trezoru, pin kód, záložní kódy, prístupový kód, kód od dverí",
        pairs: "přihlašovací údaje, prihlasovacie údaje, uživatel/heslo, login/heslo, jméno/heslo",
        is: "je, zní, bylo, je nyní, je teraz",
        tells: "viz, vid, zeptejte, zeptat, ptejte, volejte, zavolejte, spýtajte, nikdy, není, nie, ne, žádné, \
            žiadne, neznámé, stejné, rovnaké, vypršelo, vyprší, vypršalo, změněno, změnit, zmenené, nesprávné, \
            chybné, špatné, zapomněl, zapomněla, zapomenuté, zabudol, ztracené, uloženo, uložené, uchováno, \
            vyžadováno, nutné, potřeba, resetovat, resetováno, resetované, obnoveno, politika, musí, může, bude, \
            bylo, zablokováno, pokud, když, ale, jen, se, každých, dní",
    },
    // Turkish.
    Language {
        passwords: "şifre, şifre, parola, parola, güvenlik sorusu, gizli soru, güvenlik cevabı, anne kızlık soyadı, \
            kızlık soyadı, annenin kızlık soyadı, gizli kelime",
        keys: "ağ anahtarı, wifi anahtarı, api anahtarı, lisans anahtarı, ürün anahtarı, güvenlik anahtarı, \
            kurtarma anahtarı",
        codes: "pin kodu, kapı kodu, alarm kodu, giriş kodu, erişim kodu, kasa kodu, kasa kombinasyonu, güvenlik \
            kodu, yedek kodlar, kurtarma kodları, kart numarası",
        pairs: "giriş bilgileri, kullanıcı/şifre, kullanıcı adı/şifre, kullanıcı adı ve şifre",
        is: "şudur, şu",
        tells: "bkz, bakın, bak, sor, sorun, sorunuz, ara, arayın, asla, değil, yok, bilinmiyor, aynı, süresi, sona, \
            değişti, değiştirildi, değiştir, değiştirin, yanlış, hatalı, geçersiz, unuttu, unutuldu, unutmuş, \
            kayıp, kilitli, saklanıyor, kayıtlı, gerekli, gerekiyor, sıfırla, sıfırlandı, sıfırlama, politikası, \
            olmalı, eğer, ama, sadece, kasada",
    },
    // Italian.
    Language {
        passwords: "parola d ordine, parola chiave, parola segreta, frase segreta, domanda di sicurezza, domanda \
            segreta, risposta segreta, risposta di sicurezza, cognome da nubile, cognome da nubile della madre, \
            nome da nubile, primo animale",
        keys: "chiave api, chiave di rete, chiave wifi, chiave wi fi, chiave di licenza, chiave segreta, chiave di \
            sicurezza, chiave di ripristino, chiave privata, chiave del wifi",
        codes: "codice allarme, codice dell allarme, codice porta, codice della porta, codice cancello, codice del \
            cancello, codice di accesso, codice accesso, codice cassaforte, codice della cassaforte, \
            combinazione, combinazione cassaforte, codice di sicurezza, codici di recupero, codici di backup, \
            codice pin, carta di credito, numero di conto",
        pairs: "credenziali, utente/password, dati di accesso",
        is: "e, sono, era, adesso e, ora e",
        tells: "vedi, vedere, chiedere, chiedi, chiamare, chiama, contattare, mai, non, nessuna, nessuno, \
            sconosciuta, stessa, scade, scaduta, scaduto, cambiata, cambiare, modificata, errata, sbagliata, \
            corretta, non valida, dimenticata, dimenticato, persa, bloccata, salvata, conservata, memorizzata, \
            gestita, necessaria, richiesta, reimpostare, reimpostata, resettata, politica, deve, puo, sara, \
            stata, e stata, si trova, se, quando, prima, dopo, ma, che, ogni, giorni, solo",
    },
    // Hungarian.
    Language {
        passwords: "jelszó, jelszó, jelszav, jelmondat, titkos kérdés, biztonsági kérdés, anyja leánykori neve, \
            leánykori név, biztonsági válasz",
        keys: "hálózati kulcs, wifi kulcs, api kulcs, licenckulcs, termékkulcs, helyreállítási kulcs",
        codes: "pin kód, pinkód, ajtókód, kapukód, riasztókód, riasztó kódja, belépési kód, széf kódja, széf \
            kombinációja, kombináció, biztonsági kód, helyreállítási kódok",
        pairs: "belépési adatok, felhasználó/jelszó, felhasználónév/jelszó, bejelentkezési adatok",
        is: "az, most",
        tells: "lásd, kérdezd, kérdezze, kérdezni, hívd, hívja, soha, nem, nincs, ismeretlen, ugyanaz, lejárt, \
            lejár, megváltozott, megváltoztatva, módosítva, hibás, rossz, helytelen, elfelejtette, elveszett, \
            zárolva, tárolva, mentve, szükséges, visszaállítva, visszaállítás, visszaállítani, kell, lehet, \
            lesz, ha, amikor, de, csak, található, házirend",
    },
    // Romanian.
    Language {
        passwords: "parolă, parola, parole, parolei, frază secretă, cuvânt secret, întrebare de securitate, întrebare \
            secretă, răspuns secret, nume de fată, numele de fată, numele mamei înainte de căsătorie",
        keys: "cheie api, cheie wifi, cheie de rețea, cheie de licență, cheie de recuperare, cheie de securitate, \
            cheia de rețea, cheia wifi",
        codes: "cod alarmă, codul alarmei, cod ușă, codul ușii, cod poartă, cod de acces, codul de acces, cod seif, \
            codul seifului, combinație, combinația seifului, cod pin, codul pin, coduri de rezervă, coduri de \
            recuperare, cod de securitate",
        pairs: "date de autentificare, date de conectare, utilizator/parolă, user/parola",
        is: "este, e, sunt, era, este acum",
        tells: "vezi, întreabă, întrebați, sună, sunați, niciodată, nu, niciuna, necunoscută, aceeași, expirată, \
            expiră, a expirat, schimbată, schimbați, modificată, greșită, incorectă, uitată, a uitat, pierdută, \
            blocată, salvată, stocată, păstrată, necesară, resetată, resetați, resetare, politica, trebuie, \
            poate, va, a fost, dacă, când, dar, doar, se",
    },
    // Greek.
    Language {
        passwords: "κωδικός, κωδικός πρόσβασης, κωδικό, κωδικού, κωδικοί, συνθηματικό, σύνθημα, φράση πρόσβασης, ερώτηση \
            ασφαλείας, μυστική ερώτηση, πατρικό μητέρας, πατρικό όνομα μητέρας, πατρικό επώνυμο",
        keys: "κλειδί api, κλειδί wifi, κλειδί δικτύου, κλειδί άδειας, κλειδί ασφαλείας, κλειδί ανάκτησης",
        codes: "κωδικός pin, κωδικός πόρτας, κωδικός συναγερμού, κωδικός εισόδου, κωδικός χρηματοκιβωτίου, \
            συνδυασμός, συνδυασμός χρηματοκιβωτίου, κωδικοί ανάκτησης, εφεδρικοί κωδικοί",
        pairs: "στοιχεία σύνδεσης, χρήστης/κωδικός, όνομα χρήστη/κωδικός, διαπιστευτήρια",
        is: "είναι, ήταν, είναι τώρα",
        tells: "δείτε, βλέπε, βλ, ρωτήστε, ρώτα, καλέστε, ποτέ, δεν, όχι, κανένας, άγνωστος, ίδιος, έληξε, λήγει, \
            άλλαξε, αλλάζει, αλλάξτε, λάθος, λανθασμένος, ξεχάστηκε, ξέχασε, χάθηκε, κλειδωμένος, αποθηκευμένος, \
            αποθηκεύεται, φυλάσσεται, απαιτείται, χρειάζεται, επαναφορά, επαναφέρθηκε, πολιτική, πρέπει, μπορεί, \
            θα, αν, όταν, αλλά, μόνο, βρίσκεται",
    },
    // Arabic.
    Language {
        passwords: "كلمة السر, كلمة سر, كلمة المرور, كلمة مرور, الرقم السري, رقم سري, باسورد, الباسورد, كلمات المرور, \
            عبارة المرور, سؤال الأمان, السؤال السري, اسم عائلة الأم, اسم الأم قبل الزواج",
        keys: "مفتاح الشبكة, مفتاح api, مفتاح الترخيص, مفتاح الأمان, مفتاح الاسترداد, المفتاح السري",
        codes: "رمز الباب, رمز الدخول, رمز الإنذار, رمز التعريف, رمز pin, رمز الخزنة, رمز البوابة, رمز الأمان, رموز \
            الاسترداد, رموز احتياطية, الرمز السري, كود الباب, كود الإنذار",
        pairs: "بيانات الدخول, بيانات تسجيل الدخول, اسم المستخدم/كلمة المرور, المستخدم/كلمة السر",
        is: "هي, هو, الآن, هي الآن",
        tells: "انظر, راجع, اسأل, اتصل, لا, ليس, ليست, لم, غير, نفس, منتهية, انتهت, تنتهي, تغيرت, تم, يجب, يمكن, \
            خاطئة, خطأ, منسية, نسي, مفقودة, محفوظة, مخزنة, موجودة, مطلوبة, إعادة, سياسة, إذا, عندما, لكن, فقط, \
            مقفلة",
    },
    // Hebrew.
    Language {
        passwords: "סיסמה, סיסמא, סיסמת, הסיסמה, הסיסמא, סיסמאות, סיסמתו, מילת סודית, מילת קוד, ביטוי סיסמה, שאלת אבטחה, \
            שאלת ביטחון, תשובת אבטחה, שם נעורים, שם הנעורים, שם נעורים של האם",
        keys: "מפתח רשת, מפתח api, מפתח רישיון, מפתח אבטחה, מפתח שחזור, מפתח סודי",
        codes: "קוד דלת, קוד הדלת, קוד כניסה, קוד הכניסה, קוד אזעקה, קוד האזעקה, קוד גישה, קוד כספת, קוד הכספת, קוד \
            שער, קוד סודי, קוד pin, קודי שחזור, קודי גיבוי, קוד לדלת, קוד לאזעקה, קוד לשער",
        pairs: "פרטי התחברות, פרטי כניסה, משתמש/סיסמה, שם משתמש/סיסמה, שם משתמש וסיסמה",
        is: "היא, הוא, זה, כעת, עכשיו, היא עכשיו",
        tells: "ראה, ראו, שאל, לשאול, תשאל, התקשר, להתקשר, לא, אין, אינה, לעולם, אף, אותה, פגה, פג, שונתה, השתנתה, \
            לשנות, שגויה, לא נכונה, נשכחה, שכח, שכחה, אבדה, נעולה, שמורה, נשמרת, נמצאת, נדרשת, צריך, צריכה, \
            איפוס, אופסה, לאפס, מדיניות, חייב, חייבת, יכול, אם, כאשר, אבל, רק",
    },
    // Bulgarian, Croatian, Serbian, Slovene, Indonesian, Vietnamese and Baltic languages.
    Language {
        passwords: "тайна дума, lozinka, lozinke, lozinku, šifra, zaporka, geslo, gesla, лозинка, шифра, kata sandi, \
            sandi, mật khẩu, mat khau, contrasenyes, slaptažodis, parool, parole, salasõna",
        keys: "",
        codes: "kode pintu, kode alarm, mã pin, mã cửa, mã báo động",
        pairs: "korisnik/lozinka, tên đăng nhập/mật khẩu",
        is: "je, је, е, adalah, là",
        tells: "vidi, pitaj, pitajte, pitati, nije, nema, istekla, promijenjena, pogrešna, виж, питай, няма, \
            изтекла, lihat, tanya, tidak, kedaluwarsa, salah, xem, hỏi, không, hết, sai, quên",
    },
];

using System.Text.RegularExpressions;

namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>
/// What everybody tries first. Of the well-known lists of breached passwords nearly none has twelve characters of three kinds; what
/// people type instead is a word of such a list with decoration: a capital, a year, a sign, digits for letters. So not passwords are
/// listed here but what they are made of, and each word stands for its thousands of variants: in any case, with signs and digits for
/// letters (<c>p@$$w0rd</c>), doubled, with dates, rows of the keyboard and runs around it.
/// </summary>
internal static partial class CommonPasswords
{
    private const int LeastRun = 3;

    // Words of the lists that everybody has, of keyboards, of the language of the house (pinyin), and of this house.
    private static readonly string[] Words =
        """
        password passwort passcode passwd administrator admin manager superuser supervisor operator system server service default
        welcome letmein login logon signin access account changeme change secret private security secure master guest public
        test tester testing demo sample example temp temporary user username root oracle mysql postgres database
        computer internet network office windows microsoft apple google huawei xiaomi lenovo tencent alibaba baidu weixin wechat
        iloveyou ilove loveyou lovely love baby honey angel princess sunshine shadow superman batman spiderman pokemon starwars
        football baseball basketball soccer hockey tigger dragon monkey tiger lion eagle panda butterfly flower summer winter
        spring autumn january february march april june july august september october november december monday tuesday wednesday
        thursday friday saturday sunday freedom whatever trustno forever friend family mother father michael jordan jessica jennifer
        daniel thomas charlie robert andrew hunter killer ninja pepper cheese cookie chocolate orange purple yellow silver golden
        hello hellohello helloworld world china chinese beijing shanghai shanxi taiyuan xinzhou wutai yuanping dingxiang fanshi
        ningwu jingle shenchi wuzhai kelan hequ baode pianguan xinfu yanmen wutaishan zhongguo renmin zhengfu shiwei shizheng
        dashboard platform pingtai jiance xitong guanli guanliyuan yonghu mima denglu ceshi gongwen bangong tongji tongjiju
        fagaiwei caizheng duchashi duban woaini woaiwojia woaizhongguo wodemima nihao aini laopo laogong baobei baobao
        mama baba xiaoming zhangsan lisi wangwu zhaoliu wangwei zhangwei liuwei fuck asshole qazwsx qwerty qwertz azerty asdf zxcv
        abc abcd xyz aaa
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] Rows =
        ["qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "0123456789", "abcdefghijklmnopqrstuvwxyz", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "1q2w3e4r5t6y7u8i9o0p", "!@#$%^&*()"];

    // Along each, there and back.
    private static readonly string[] Ways = [.. Rows, .. Rows.Select(row => string.Concat(row.Reverse()))];

    /// <summary>The words; small letters.</summary>
    public static IReadOnlyList<string> All => Words;

    /// <summary>
    /// What is left of a password without common words and dates, runs and repetitions: what its owner has thought of himself.
    /// Small letters, with signs and digits for letters read as letters wherever that made a word.
    /// </summary>
    /// <param name="password">The password.</param>
    public static string Own(string password)
    {
        var plain = password.ToLowerInvariant();
        // By place: what is common in any way of reading is taken away from all of them.
        var taken = new bool[plain.Length];
        foreach (var reading in new[] { plain, Read(plain, one: 'i'), Read(plain, one: 'l') }.Distinct())
        {
            foreach (var word in Words) Take(reading, word, taken);
        }

        foreach (Match date in Date().Matches(plain)) Mark(taken, date.Index, date.Length);
        TakeRuns(plain, taken);
        return new([.. plain.Where((_, i) => !taken[i])]);
    }

    /// <summary>Signs and digits as the letters that they stand for.</summary>
    private static string Read(string text, char one) => string.Create(text.Length, (text, one), static (span, of) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = of.text[i] switch
            {
                '@' or '4' => 'a',
                '8' => 'b',
                '3' => 'e',
                '6' or '9' => 'g',
                '1' or '!' or '|' => of.one,
                '0' => 'o',
                '$' or '5' => 's',
                '7' or '+' => 't',
                '2' => 'z',
                var c => c,
            };
        }
    });

    private static void Take(string reading, string word, bool[] taken)
    {
        for (var at = reading.IndexOf(word, StringComparison.Ordinal); at >= 0; at = reading.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            Mark(taken, at, word.Length);
        }
    }

    /// <summary>Takes away what goes along a row of the keyboard or the alphabet, either way, or stands still: 456, hgf, 777.</summary>
    private static void TakeRuns(string text, bool[] taken)
    {
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Max(Still(text, at), Ways.Max(way => Along(way, text, at)));
            if (length >= LeastRun) Mark(taken, at, length);
            at += length >= LeastRun ? length : 1;
        }
    }

    private static int Still(string text, int at)
    {
        var length = 1;
        while (at + length < text.Length && text[at + length] == text[at]) length++;
        return length;
    }

    private static int Along(string row, string text, int at)
    {
        var place = row.IndexOf(text[at], StringComparison.Ordinal);
        var length = 0;
        while (place >= 0 && place + length < row.Length && at + length < text.Length && row[place + length] == text[at + length]) length++;
        return length;
    }

    private static void Mark(bool[] taken, int at, int length) => Array.Fill(taken, true, at, length);

    /// <summary>A year, with month and day or without: 1987, 2024-05, 19870523; and what Chinese chat says in digits: 5201314.</summary>
    [GeneratedRegex(@"(19|20)\d\d([-./]?(0[1-9]|1[0-2])([-./]?(0[1-9]|[12]\d|3[01]))?)?|520(1314)?|1314")]
    private static partial Regex Date();
}

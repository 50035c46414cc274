using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>What programs that guess try early is refused, and what they do not come to is taken.</summary>
[Trait("Category", "Security")]
public sealed class GuessablePasswordsTests
{
    private static readonly string?[] Person = ["zhang.jianguo", "张建国", "zhangjg@city.example"];

    private static readonly string[] Common = [.. Lines("passwords")];

    private static readonly string[] English = [.. Lines("english")];

    // As people do who are asked for twelve characters of three kinds.
    public static TheoryData<string> Decorations => ["{0}2024!", "{0}@123456", "{0}123456!!", "Aa123456{0}", "{0}-202411", "{0}19870523!", "!@#{0}2025", "{0}{0}1!"];

    [Theory]
    [MemberData(nameof(Decorations))]
    public void None_of_the_hundred_commonest_is_taken_whatever_is_put_before_or_behind_it(string decoration) =>
        Assert.DoesNotContain(Decorated(decoration, 100), IsTaken);

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}2024!")]
    public void None_of_the_three_thousand_commonest_is_taken_either(string decoration) =>
        Assert.DoesNotContain(Decorated(decoration, 3_000), IsTaken);

    [Theory]
    [InlineData("Manchester-2024")]
    [InlineData("Liverpool@1987")]
    [InlineData("Elizabeth!1990")]
    [InlineData("Qwertyuiop-12345")]
    [InlineData("1qaz@WSX3edc")]
    [InlineData("!QAZ2wsx#EDC4rfv")]
    [InlineData("Qwer!234Asdf")]
    [InlineData("Zhang.jianguo2024")]
    [InlineData("Jianguo@20240501")]
    [InlineData("Zhangjg_2024!!")]
    [InlineData("Xinzhou-Dashboard-1")]
    [InlineData("woaini1314")]
    [InlineData("Woaini1314520!")]
    [InlineData("Woaini@1314woaini")]
    [InlineData("Wodemima_2024!")]
    [InlineData("M@nch3ster-2024")]
    public void Others_passwords_names_rows_of_keys_and_pinyin_that_is_listed_are_refused(string password) => Assert.False(IsTaken(password));

    // The lists are English. Pinyin that neither they nor the words of this house have is guessed like random letters.
    [Theory]
    [InlineData("Jintian-Tianqi-Hao-3")]
    [InlineData("Huangtu-Gaopo-Fengda-6")]
    public void Pinyin_that_no_list_has_is_taken(string password) => Assert.True(IsTaken(password));

    [Theory]
    [InlineData("Lvliang-Mountain-7")]
    [InlineData("Kettle-Drizzle-42")]
    [InlineData("春风又绿江南岸 Spring 8")]
    [InlineData("9x!Tq4mRz_Lw")]
    [InlineData("Correct horse battery staple 7")]
    [InlineData("Kx7-pQ2-mZ9-rT4")]
    public void What_has_been_thought_of_is_taken(string password) => Assert.True(IsTaken(password));

    [Fact]
    public void Random_passwords_and_phrases_of_random_words_are_taken()
    {
        // Always the same ones.
        var random = new Random(20241130);
        var refused = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            var signs = new string([.. Enumerable.Range(0, random.Next(12, 129)).Select(_ => (char)random.Next('!', '~' + 1))]);
            var words = string.Join(' ', Enumerable.Range(0, random.Next(5, 12)).Select(_ => English[random.Next(7_776)]));
            refused.AddRange(new[] { signs, words }.Where(IsGuessable));
        }

        Assert.Empty(refused);
    }

    [Fact]
    public void Of_what_is_very_long_only_the_beginning_is_looked_at()
    {
        var phrase = string.Join(' ', Enumerable.Repeat("gravel lantern", 9));

        Assert.Equal(IsGuessable(phrase[..GuessablePasswords.MaxLooked]), IsGuessable(phrase + new string('1', 60)));
        Assert.True(IsGuessable(new string('a', 128)));
    }

    private static bool IsTaken(string password) => PasswordRules.Check(password, Person[0]!) is null && !IsGuessable(password);

    private static bool IsGuessable(string password) => GuessablePasswords.Contains(password, Person);

    private static IEnumerable<string> Decorated(string decoration, int most) =>
        Common.Take(most).Select(word => string.Format(System.Globalization.CultureInfo.InvariantCulture, decoration, char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>A list of the package, the commonest first.</summary>
    private static IEnumerable<string> Lines(string list)
    {
        using var reader = new StreamReader(typeof(Zxcvbn.Zxcvbn).Assembly.GetManifestResourceStream($"zxcvbn-core.Dictionaries.{list}.lst")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0) yield return line;
        }
    }
}

using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Tests.Organisation;

[Trait("Category", "Quick")]
[Trait("Category", "Security")]
public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("Short-1", PasswordFault.TooShort)]
    [InlineData("Exactly-11x", PasswordFault.TooShort)]
    [InlineData("nothing but small letters", PasswordFault.TooUniform)]
    [InlineData("SmallAndCapitals", PasswordFault.TooUniform)]
    [InlineData("Zhangsan-2024-x", PasswordFault.ContainsUserName)]
    [InlineData("Password123456!", PasswordFault.TooCommon)]
    [InlineData("Admin@1234567890", PasswordFault.TooCommon)]
    [InlineData("Aa1Aa1Aa1Aa1Aa1", PasswordFault.TooCommon)]
    [InlineData("Qwerty-1qaz2wsx", PasswordFault.TooCommon)]
    [InlineData("P@$$w0rd-2024!", PasswordFault.TooCommon)]
    [InlineData("Sunsh1ne#2023", PasswordFault.TooCommon)]
    [InlineData("W0ainiWoaini520", PasswordFault.TooCommon)]
    [InlineData("Xinzhou@20241130", PasswordFault.TooCommon)]
    [InlineData("Guanliyuan_888888", PasswordFault.TooCommon)]
    [InlineData("Zxcvbnm-987654321", PasswordFault.TooCommon)]
    [InlineData("Abcdefgh!!!!1111", PasswordFault.TooCommon)]
    public void A_password_that_is_easily_guessed_is_refused_with_the_reason(string password, PasswordFault expected) =>
        Assert.Equal(expected, PasswordRules.Check(password, "zhangsan"));

    [Theory]
    [InlineData("Lvliang-Mountain-7")]
    [InlineData("Exactly-12xy")]
    [InlineData("春风又绿江南岸 Spring 8")]
    [InlineData("Kettle-Drizzle-42")]
    [InlineData("9x!Tq4mRz_Lw")]
    public void A_long_password_of_three_kinds_is_accepted(string password) => Assert.Null(PasswordRules.Check(password, "zhangsan"));

    [Fact]
    public void A_password_is_at_most_128_characters() =>
        Assert.Equal(PasswordFault.TooLong, PasswordRules.Check("Aa1-" + new string('x', 125), "zhangsan"));
}

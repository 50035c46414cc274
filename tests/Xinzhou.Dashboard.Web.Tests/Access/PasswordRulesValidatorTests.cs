using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Tests.Access;

public sealed class PasswordRulesValidatorTests
{
    [Theory]
    // Words, names and passwords that everybody has, which no rule of its own takes away.
    [InlineData("Mustang-Corvette1")]
    [InlineData("Elizabeth2Victoria")]
    [InlineData("Liverpool&Chelsea1")]
    // His own name, and what he made of it.
    [InlineData("Guo-Pingyao+Guo1")]
    public async Task What_a_guesser_with_the_lists_comes_to_is_refused(string password)
    {
        var user = new User { UserName = "gpy", DisplayName = "Guo Pingyao" };
        Assert.Null(PasswordRules.Check(password, user.UserName));

        var refused = await new PasswordRulesValidator().ValidateAsync(null!, user, password);

        Assert.Equal([nameof(PasswordFault.TooCommon)], refused.Errors.Select(e => e.Code));
    }

    [Theory]
    [InlineData("k7#Rw2!qLz9v")]
    [InlineData("Teapot under 7 umbrellas sings")]
    [InlineData("Ox9 山药蛋 gibbous")]
    public async Task What_is_thought_of_is_accepted(string password) =>
        Assert.Same(IdentityResult.Success, await new PasswordRulesValidator().ValidateAsync(null!, new() { UserName = "gpy" }, password));

    [Fact]
    public async Task The_longest_is_judged_too() =>
        Assert.Same(
            IdentityResult.Success,
            await new PasswordRulesValidator().ValidateAsync(null!, new() { UserName = "gpy" }, string.Concat(Enumerable.Range(0, 32).Select(i => $"{(char)('a' + (i * 7 % 26))}{(char)('A' + (i * 11 % 26))}{i % 10}-"))));
}

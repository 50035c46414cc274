using System.Net;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>The history and the age of passwords, where an installation asks for them.</summary>
[Trait("Category", "Security")]
public sealed class PasswordMemoryTests(PasswordMemoryTests.Remembering host) : IClassFixture<PasswordMemoryTests.Remembering>
{
    private const string Second = "Wutai-Mountain-9";
    private const string Third = "Yellow-River-Bend-3";

    [Fact]
    public async Task The_last_passwords_are_not_taken_again_and_an_older_one_is()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = await SignInAsync(name, AccessHost.Password);

        Assert.Contains("最近用过的密码不能再用", await ChangeAsync(visitor, AccessHost.Password, AccessHost.Password), StringComparison.Ordinal);
        Assert.Contains("已保存", await ChangeAsync(visitor, AccessHost.Password, Second), StringComparison.Ordinal);
        Assert.Contains("最近用过的密码不能再用", await ChangeAsync(visitor, Second, AccessHost.Password), StringComparison.Ordinal);
        Assert.Contains("已保存", await ChangeAsync(visitor, Second, Third), StringComparison.Ordinal);
        Assert.Contains("已保存", await ChangeAsync(visitor, Third, AccessHost.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whether_it_was_used_before_is_told_to_nobody_who_does_not_know_the_one_in_force()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = await SignInAsync(name, AccessHost.Password);

        Assert.Contains("当前密码不正确", await ChangeAsync(visitor, "wrong", AccessHost.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_is_too_old_is_changed_before_anything_else()
    {
        var name = await host.EnterAsync(Role.Viewer);
        host.Clock.Step(TimeSpan.FromDays(91));
        using var visitor = await SignInAsync(name, AccessHost.Password);

        using (var answer = await visitor.GetAsync("/tasks"))
        {
            Assert.Equal((HttpStatusCode.Redirect, "/account"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        Assert.Contains("您的密码已超过规定的有效期", await visitor.ReadAsync("/account"), StringComparison.Ordinal);
        await ChangeAsync(visitor, AccessHost.Password, Second);
        await visitor.ReadAsync("/tasks");
    }

    private async Task<Visitor> SignInAsync(string name, string password)
    {
        var visitor = host.Visit();
        using var answer = await visitor.SignInAsync(name, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    private static async Task<string> ChangeAsync(Visitor visitor, string current, string next)
    {
        using var answer = await visitor.SubmitAsync("/account", "password", "/account", ("Form.Current", current), ("Form.Password", next), ("Form.Repeated", next));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Refuses the last two passwords, and passwords of more than ninety days.</summary>
    public sealed class Remembering : ClockedHost
    {
        protected override IReadOnlyList<string> Settings => ["--Dashboard:PasswordHistory=2", "--Dashboard:PasswordDays=90"];
    }
}

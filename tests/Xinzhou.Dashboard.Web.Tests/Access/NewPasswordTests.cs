using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Account;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>Each way by which a password is set holds to the same rules; the commands give links and set none.</summary>
[Trait("Category", "Security")]
public sealed class NewPasswordTests(NewPasswordTests.Production host) : IClassFixture<NewPasswordTests.Production>
{
    private const string Guessable = "Manchester-2024";

    [Fact]
    public async Task The_first_administrator_takes_no_guessable_one()
    {
        var token = await new SetupLinks(host.Database.Contexts, TimeProvider.System).CreateAsync();

        Assert.Equal(AccountFault.TooGuessable, await AskAsync(p => p.SetUpAsync(token!, "anquan", "李安全", Guessable, CancellationToken.None)));
        Assert.Null(await AskAsync(p => p.SetUpAsync(token!, "anquan", "李安全", AccessHost.Password, CancellationToken.None)));
    }

    [Fact]
    public async Task Nor_does_who_is_invited_and_the_page_says_why_in_both_languages()
    {
        var link = await host.InviteAsync();
        using var visitor = host.Visit();

        foreach (var (language, words) in new[] { ("", "很快会被猜中"), ("&lang=en", "would soon be guessed") })
        {
            using var refused = await visitor.SubmitAsync(link + language, "invitation", link + language, ("Form.Password", Guessable), ("Form.Repeated", Guessable));
            Assert.Contains(words, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var taken = await visitor.SubmitAsync(link, "invitation", link, ("Form.Password", AccessHost.Password), ("Form.Repeated", AccessHost.Password));
        Assert.DoesNotContain("很快会被猜中", await taken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_does_who_changes_his_own()
    {
        var id = await host.IdOfAsync(await host.EnterAsync(Role.Viewer));

        var (user, fault) = await AskAsync(p => p.ChangeAsync(id, AccessHost.Password, Guessable, false, CancellationToken.None));

        Assert.Null(user);
        Assert.Equal(AccountFault.TooGuessable, fault);
    }

    private async Task<T> AskAsync<T>(Func<NewPassword, Task<T>> ask)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<NewPassword>());
    }

    /// <summary>A real installation.</summary>
    public sealed class Production : AccessHost
    {
        protected override string Environment => StartArguments.Production;

        /// <summary>The path of an invitation.</summary>
        public async Task<string> InviteAsync()
        {
            await using var scope = Services.CreateAsyncScope();
            var (link, fault) = await scope.ServiceProvider.GetRequiredService<UserAccounts>()
                .CreateAsync("test", $"u{Guid.NewGuid():N}"[..12], new("新人", Role.Viewer, null, null), CancellationToken.None);
            Assert.Null(fault);
            return link!;
        }
    }
}

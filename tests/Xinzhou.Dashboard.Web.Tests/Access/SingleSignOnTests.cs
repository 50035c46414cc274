using System.Net;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>Single sign-on at a real provider: every step over HTTP.</summary>
[Trait("Category", "Security")]
public sealed class SingleSignOnTests(SingleSignOnTests.Federated host) : IClassFixture<SingleSignOnTests.Federated>
{
    [Fact]
    public async Task A_person_with_the_verified_address_of_a_user_signs_in_as_him_and_is_linked()
    {
        var name = await host.EnterAsync(Role.Supervisor, "zhang@city.example");
        host.Provider.Person = ("subject-1", "zhang@city.example", true);
        using var visitor = host.Visit();

        Assert.Equal("/tasks", await SignInAsync(visitor, "?returnUrl=%2Ftasks"));

        Assert.Equal(name, await visitor.WhoAsync());
        Assert.Equal([$"{name} single-sign-on.link", $"{name} sign-in"], (await host.AuditOfAsync(name)).TakeLast(2));

        // From now on he is known by the provider's number, whatever his address.
        host.Provider.Person = ("subject-1", "changed@city.example", false);
        using var later = host.Visit();
        await SignInAsync(later, "");
        Assert.Equal(name, await later.WhoAsync());

        // Who gets the old address from the provider is somebody else.
        host.Provider.Person = ("subject-2", "zhang@city.example", true);
        using var other = host.Visit();
        Assert.Equal("/account/sign-in?done=unlinked", await SignInAsync(other, ""));
        Assert.Null(await other.WhoAsync());
    }

    [Theory]
    [InlineData("unverified@city.example", false)]
    [InlineData("nobody@city.example", true)]
    public async Task Without_a_verified_address_of_a_user_nobody_signs_in_and_the_page_says_why(string email, bool isVerified)
    {
        if (!isVerified)
        {
            await host.EnterAsync(Role.Viewer, email);
        }

        host.Provider.Person = ($"subject of {email}", email, isVerified);
        using var visitor = host.Visit();

        var way = await SignInAsync(visitor, "");

        Assert.Equal("/account/sign-in?done=unlinked", way);
        Assert.Contains("没有与该邮箱对应的用户", await visitor.ReadAsync(way), StringComparison.Ordinal);
        Assert.Null(await visitor.WhoAsync());
    }

    [Fact]
    public async Task Whose_role_takes_a_second_factor_sets_it_up_here_too_whatever_the_provider_asks_for()
    {
        await host.EnterAsync(Role.Leader, "strong@city.example");
        host.Provider.Person = ("subject-strong", "strong@city.example", true);
        using var visitor = host.Visit();

        Assert.Equal("/tasks", await SignInAsync(visitor, "?returnUrl=%2Ftasks"));

        using var answer = await visitor.GetAsync("/tasks");
        Assert.Equal((HttpStatusCode.Redirect, "/account"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task A_forged_answer_of_the_provider_is_refused()
    {
        using var visitor = host.Visit();

        using var answer = await visitor.GetAsync("/signin-oidc?code=made-up&state=made-up");

        Assert.Equal("/account/sign-in?done=refused", answer.Headers.Location?.OriginalString);
        Assert.Null(await visitor.WhoAsync());
    }

    [Fact]
    public async Task What_the_provider_has_said_signs_in_once_also_for_one_who_has_copied_it()
    {
        var name = await host.EnterAsync(Role.Viewer, "once@city.example");
        host.Provider.Person = ("subject-once", "once@city.example", true);
        using var visitor = host.Visit();
        using var thief = host.Visit();

        await SignInAsync(visitor, "", () => thief.Cookies.Add(visitor.Cookies.GetCookies(host.Address)));

        Assert.Equal(name, await visitor.WhoAsync());
        using var again = await thief.GetAsync("/account/single-sign-on/done");
        Assert.Equal("/account/sign-in?done=refused", again.Headers.Location?.OriginalString);
        Assert.Null(await thief.WhoAsync());
    }

    /// <summary>Follows the way through the provider and back; where it ends.</summary>
    private async Task<string> SignInAsync(Visitor visitor, string query, Action? beforeLast = null)
    {
        Assert.Contains("城市账号", await visitor.ReadAsync("/account/sign-in"), StringComparison.Ordinal);
        var address = new Uri(host.Address, $"/account/single-sign-on{query}");
        for (var step = 0; step < 6; step++)
        {
            if (address.AbsolutePath.EndsWith("/done", StringComparison.Ordinal)) beforeLast?.Invoke();
            using var answer = await visitor.GetAsync(address.ToString());
            Assert.Equal((address.AbsolutePath, HttpStatusCode.Redirect), (address.AbsolutePath, answer.StatusCode));
            var way = answer.Headers.Location!.OriginalString;
            if (address.AbsolutePath.EndsWith("/done", StringComparison.Ordinal))
            {
                return way;
            }

            address = new(address, way);
        }

        throw new InvalidOperationException($"It did not end but went on to {address}.");
    }

    /// <summary>An installation with single sign-on.</summary>
    public sealed class Federated : AccessHost
    {
        internal IdentityProvider Provider { get; private set; } = null!;

        protected override string Environment => StartArguments.Production;

        protected override IReadOnlyList<string> Settings =>
        [
            "--Dashboard:PublicRead=true",
            $"--Dashboard:Oidc:Authority={Provider.Address}",
            $"--Dashboard:Oidc:ClientId={IdentityProvider.ClientId}",
            $"--Dashboard:Oidc:ClientSecret={IdentityProvider.ClientSecret}",
            "--Dashboard:Oidc:Name=城市账号",
        ];

        public override async Task InitializeAsync()
        {
            Provider = await IdentityProvider.StartAsync();
            await base.InitializeAsync();
        }

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }
}

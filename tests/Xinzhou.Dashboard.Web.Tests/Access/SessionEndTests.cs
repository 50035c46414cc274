using System.Net;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>A session that was left is over on the server: whoever has copied its cookie has nothing.</summary>
[Trait("Category", "Security")]
public sealed class SessionEndTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task A_copied_cookie_is_worthless_after_sign_out_and_another_session_of_the_same_person_goes_on()
    {
        using var visitor = await host.VisitAsAsync(Role.Reviewer);
        using var elsewhere = await host.VisitAsAsync(Role.Reviewer);
        using var thief = Copy(visitor);
        Assert.Equal("reviewer", await thief.WhoAsync());

        (await visitor.SubmitAsync("/", null, "/account/sign-out")).Dispose();

        await Wait.UntilAsync(async () => await thief.WhoAsync() is null);
        using var page = await thief.GetAsync("/review");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal("reviewer", await elsewhere.WhoAsync());
    }

    [Fact]
    public async Task Whoever_signs_in_as_somebody_else_leaves_no_session_of_before()
    {
        using var visitor = await host.VisitAsAsync(Role.Leader);
        using var thief = Copy(visitor);

        await visitor.SignInAsPersonaAsync(Role.Viewer);

        await Wait.UntilAsync(async () => await thief.WhoAsync() is null);
        Assert.Equal("viewer", await visitor.WhoAsync());
    }

    [Fact]
    public async Task A_change_of_the_own_password_ends_copies_of_the_cookie_and_not_the_session_itself()
    {
        var name = await host.EnterAsync(Role.Viewer);
        using var visitor = host.Visit();
        (await visitor.SignInAsync(name, AccessHost.Password)).Dispose();
        using var thief = Copy(visitor);
        Assert.Equal(name, await thief.WhoAsync());

        (await visitor.SubmitAsync(
            "/account", "password", "/account", ("Form.Current", AccessHost.Password), ("Form.Password", "Wutai-Mountain-9"), ("Form.Repeated", "Wutai-Mountain-9"))).Dispose();

        await Wait.UntilAsync(async () => await thief.WhoAsync() is null);
        Assert.Equal(name, await visitor.WhoAsync());
    }

    private Visitor Copy(Visitor of)
    {
        var copy = host.Visit();
        copy.Cookies.Add(of.Cookies.GetCookies(host.Address));
        return copy;
    }
}

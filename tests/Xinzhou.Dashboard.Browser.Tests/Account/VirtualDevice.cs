using Microsoft.Playwright;
using Xinzhou.Dashboard.Browser.Tests.Shell;

namespace Xinzhou.Dashboard.Browser.Tests.Account;

/// <summary>A device that keeps passkeys, as Chromium has it for tests: it answers by itself.</summary>
internal sealed class VirtualDevice
{
    private readonly ICDPSession _devices;
    private readonly string _id;

    private VirtualDevice(ICDPSession devices, string id) => (_devices, _id) = (devices, id);

    /// <summary>Plugs one in and enters a passkey of it in the account of who is signed in.</summary>
    /// <param name="opened">His page.</param>
    /// <param name="address">The site by a name, which WebAuthn wants.</param>
    public static async Task<VirtualDevice> EnterAsync(ShellPage opened, string address)
    {
        var page = opened.Page;
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        var added = await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        await page.GotoAsync($"{address}/account");
        await page.FillAsync("#passkey-name", "办公室电脑");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加通行密钥" }).ClickAsync();
        await Assertions.Expect(page.Locator(".passkeys li")).ToContainTextAsync("办公室电脑");
        return new(devices, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>From now on it finds that who holds it is, or is not, its owner.</summary>
    public Task VerifyAsync(bool isOwner) =>
        _devices.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = _id, ["isUserVerified"] = isOwner });
}

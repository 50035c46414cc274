using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Secrets;
using Xinzhou.Dashboard.Data.Tests.Backup;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Secrets;

/// <summary>Second factors and the keys of sessions are worthless to who reads the database without the key.</summary>
[Trait("Category", "Security")]
public sealed class SecretKeyTests : IAsyncLifetime
{
    private readonly PostgresDatabase _database = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xzd-keys-");
    private Guid _user;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _user = (await new ReturnSetup(_database.Owner, _database.App).UserAsync("wang", Role.Viewer)).Id;
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_stored_in_the_open_is_encrypted_by_the_first_start_with_a_key_and_is_read_as_before()
    {
        await SetAsync(SecretKeys.None, "JBSWY3DPEHPK3PXP", "one;two");
        var sealedText = ProtectorOf(SecretKeys.None).Protect("ticket");
        Assert.Equal("JBSWY3DPEHPK3PXP", await StoredAsync("AuthenticatorKey"));
        var keys = new SecretKeys(Key('k'));

        Assert.Equal(3, await ProtectAsync(keys));
        Assert.Equal(0, await ProtectAsync(keys));

        Assert.DoesNotContain("JBSWY3DPEHPK3PXP", await EverythingAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("one;two", await EverythingAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", await EverythingAsync(), StringComparison.Ordinal);
        Assert.Equal(("JBSWY3DPEHPK3PXP", "one;two"), await GetAsync(keys));
        Assert.Equal("ticket", ProtectorOf(keys).Unprotect(sealedText));
        Assert.Equal("setup 2 1", await _database.AskAsync(
            "SELECT concat_ws(' ', actor, details ->> 'secondFactors', details ->> 'sessionKeys') FROM audit_events WHERE action = 'secrets.protect'"));
    }

    [Fact]
    public async Task What_is_new_is_encrypted_as_it_is_stored()
    {
        var keys = new SecretKeys(Key('k'));
        var sealedText = ProtectorOf(keys).Protect("ticket");
        await SetAsync(keys, "JBSWY3DPEHPK3PXP", "one;two");

        Assert.StartsWith($"xzd1:{keys.Current!.Id}:", await StoredAsync("AuthenticatorKey"), StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", await EverythingAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await ProtectAsync(keys));
        Assert.Equal("ticket", ProtectorOf(keys).Unprotect(sealedText));
    }

    [Fact]
    public async Task A_key_is_changed_with_the_one_before_beside_it()
    {
        var (old, @new) = (Key('k'), Key('n'));
        await SetAsync(new(old), "JBSWY3DPEHPK3PXP", "one;two");
        var sealedText = ProtectorOf(new(old)).Protect("ticket");

        Assert.Equal(3, await ProtectAsync(new(@new, old)));

        Assert.Equal(("JBSWY3DPEHPK3PXP", "one;two"), await GetAsync(new(@new)));
        Assert.Equal("ticket", ProtectorOf(new(@new)).Unprotect(sealedText));
        Assert.DoesNotContain(old.Id, await EverythingAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_key_and_with_another_a_sentence_says_which_is_wanted_and_nothing_is_changed()
    {
        var key = Key('k');
        await SetAsync(new(key), "JBSWY3DPEHPK3PXP", "one;two");
        var before = await EverythingAsync();

        foreach (var keys in new[] { SecretKeys.None, new SecretKeys(Key('x')) })
        {
            var lost = await Assert.ThrowsAsync<SecretKeyException>(() => ProtectAsync(keys));
            Assert.Contains($"encrypted under the key {key.Id}", lost.Message, StringComparison.Ordinal);
            Assert.Contains("Dashboard:Secrets:KeyFile", lost.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await EverythingAsync());
    }

    [Fact]
    public async Task A_secret_of_another_user_and_one_that_was_changed_are_not_read()
    {
        var (setup, keys) = (new ReturnSetup(_database.Owner, _database.App), new SecretKeys(Key('k')));
        await SetAsync(keys, "JBSWY3DPEHPK3PXP", "one;two");
        var other = (await setup.UserAsync("li", Role.Viewer)).Id;
        await _database.RunAsync($"INSERT INTO user_tokens SELECT '{other}', login_provider, name, value FROM user_tokens WHERE user_id = '{_user}'");

        await Assert.ThrowsAsync<SecretKeyException>(() => GetAsync(keys, other));

        await _database.RunAsync("UPDATE user_tokens SET value = left(value, -8) || 'AAAAAAA='");
        await Assert.ThrowsAsync<SecretKeyException>(() => GetAsync(keys));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(65_537)]
    public async Task What_is_too_short_or_too_long_is_no_key(int length)
    {
        var file = Path.Combine(_folder.FullName, "short");
        await File.WriteAllTextAsync(file, new string('x', length) + "\n");

        Assert.Contains("openssl rand", Assert.Throws<SecretKeyException>(() => SecretKey.Read(file)).Message, StringComparison.Ordinal);
    }

    private SecretKey Key(char letter)
    {
        var file = Path.Combine(_folder.FullName, $"{letter}");
        File.WriteAllText(file, new string(letter, 64) + "\n");
        return SecretKey.Read(file);
    }

    private Task<int> ProtectAsync(SecretKeys keys) => StoredSecrets.ProtectAsync(DashboardContexts.On(_database.Owner), keys, TimeProvider.System);

    /// <summary>Data Protection as the application has it, with a ring read anew.</summary>
    private IDataProtector ProtectorOf(SecretKeys keys)
    {
        var services = new ServiceCollection();
        services.AddSingleton(keys).AddSingleton(_database.App).AddLogging().AddDashboardContexts();
        services.AddDataProtection().SetApplicationName("xinzhou-dashboard").PersistKeysToDbContext<DashboardContext>();
        services.AddOptions<KeyManagementOptions>().Configure(o => o.XmlEncryptor = keys.Current is null ? null : new SecretKeyEncryptor(keys));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
    }

    private async Task SetAsync(SecretKeys keys, string key, string codes)
    {
        await using var context = _database.Contexts.CreateDbContext();
        using var store = new UserStore(context, keys, NullLogger<UserStore>.Instance);
        var user = (await store.FindByIdAsync(_user.ToString()))!;
        await ((IUserAuthenticatorKeyStore<User>)store).SetAuthenticatorKeyAsync(user, key, default);
        await ((IUserTwoFactorRecoveryCodeStore<User>)store).ReplaceCodesAsync(user, codes.Split(';'), default);
        await store.UpdateAsync(user);
    }

    private async Task<(string? Key, string? Codes)> GetAsync(SecretKeys keys, Guid? of = null)
    {
        await using var context = _database.Contexts.CreateDbContext();
        using var store = new UserStore(context, keys, NullLogger<UserStore>.Instance);
        var user = (await store.FindByIdAsync((of ?? _user).ToString()))!;
        return (await ((IUserAuthenticatorKeyStore<User>)store).GetAuthenticatorKeyAsync(user, default), await store.GetTokenAsync(user, "[AspNetUserStore]", "RecoveryCodes", default));
    }

    private Task<string> StoredAsync(string name) => _database.AskAsync($"SELECT value FROM user_tokens WHERE name = '{name}'");

    private Task<string> EverythingAsync() => _database.AskAsync(
        "SELECT coalesce(string_agg(value, E'\\n' ORDER BY name), '') || coalesce((SELECT string_agg(xml, E'\\n' ORDER BY id) FROM data_protection_keys), '') FROM user_tokens");
}

using Microsoft.Extensions.Configuration;
using Xinzhou.Dashboard.Web.Hosting;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

/// <summary>A file with a secret that others may read is refused in Production.</summary>
[Trait("Category", "Security")]
public sealed class OpenFilesTests : IDisposable
{
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xzd-open-");

    private string File => Path.Combine(_folder.FullName, "settings.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("""{"ConnectionStrings": {"Dashboard": "Host=db;Username=app;Password=geheim"}}""", UnixFileMode.OtherRead, "ConnectionStrings:Dashboard")]
    [InlineData("""{"ConnectionStrings": {"Dashboard": "Host=db;Username=app;Password=geheim"}}""", UnixFileMode.GroupRead, "ConnectionStrings:Dashboard")]
    [InlineData("""{"Dashboard": {"Smtp": {"Host": "mail", "From": "a@b.cn", "User": "u", "Password": "geheim"}}}""", UnixFileMode.GroupWrite, "Dashboard:Smtp:Password")]
    [InlineData("""{"Dashboard": {"Oidc": {"Authority": "https://id.example", "ClientId": "x", "ClientSecret": "geheim"}}}""", UnixFileMode.OtherRead, "Dashboard:Oidc:ClientSecret")]
    public void A_file_of_settings_with_a_secret(string content, UnixFileMode open, string secret)
    {
        Write(File, content, Mine | open);

        var refused = Assert.Throws<SettingsException>(() => Read(isDevelopment: false));

        Assert.Equal($"The file “{File}” holds a secret ({secret}) and others than its owner may read it: chmod 600 {File}", refused.Message);
        Assert.NotNull(Read(isDevelopment: true));
        System.IO.File.SetUnixFileMode(File, Mine);
        Assert.NotNull(Read(isDevelopment: false));
    }

    [Fact]
    public void A_file_without_a_secret_may_be_open()
    {
        Write(File, """{"Dashboard": {"PublicRead": true}, "ConnectionStrings": {"Dashboard": "Host=db;Username=app"}}""", Mine | UnixFileMode.OtherRead);

        Assert.True(Read(isDevelopment: false).PublicRead);
    }

    [Fact]
    public void A_key_file()
    {
        var key = Path.Combine(_folder.FullName, "secrets.key");
        Write(key, new('k', 64), Mine | UnixFileMode.OtherRead);

        var refused = Assert.Throws<SettingsException>(() => Read(isDevelopment: false, ("Dashboard:Secrets:KeyFile", key)));

        Assert.Equal($"The key file “{key}” of Dashboard:Secrets:KeyFile may be read by others than its owner: chmod 600 {key}", refused.Message);
        System.IO.File.SetUnixFileMode(key, Mine);
        Assert.NotNull(Read(isDevelopment: false, ("Dashboard:Secrets:KeyFile", key)).Secrets.Current);
    }

    [Fact]
    public void A_key_file_that_is_none_is_told_with_its_setting()
    {
        var refused = Assert.Throws<SettingsException>(() => Read(isDevelopment: true, ("Dashboard:Secrets:KeyFile", Path.Combine(_folder.FullName, "nowhere"))));

        Assert.StartsWith("The setting Dashboard:Secrets:KeyFile: The key file “", refused.Message, StringComparison.Ordinal);
    }

    private static void Write(string file, string content, UnixFileMode mode)
    {
        System.IO.File.WriteAllText(file, content);
        System.IO.File.SetUnixFileMode(file, mode);
    }

    private DashboardSettings Read(bool isDevelopment, params (string Name, string Value)[] more)
    {
        var start = new StartArguments
        {
            DataDirectory = _folder.FullName,
            Environment = isDevelopment ? StartArguments.Development : StartArguments.Production,
            Overrides = [.. more.Select(m => $"--{m.Name}={m.Value}")],
        };
        var configuration = new ConfigurationBuilder();
        start.AddSourcesTo(configuration);
        return start.Settings(configuration.Build());
    }
}

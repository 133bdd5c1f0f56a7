using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SupervisorBot.Storage.Keys;

/// <summary>Finds the certificates that the settings name.</summary>
internal static class Certificates
{
    private const string Section = KeyProtectionOptions.SectionName;

    /// <summary>Finds them.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="current">The one to protect new keys with; null where none is configured or usable.</param>
    /// <param name="previous">The one that protected older keys.</param>
    /// <returns>What is wrong with the settings.</returns>
    public static IReadOnlyList<string> Find(KeyProtectionOptions options, out X509Certificate2? current, out X509Certificate2? previous)
    {
        List<string> problems = [];
        (current, previous) = (null, null);
        if (options is { CertificatePath.Length: > 0, CertificateThumbprint.Length: > 0 })
        {
            problems.Add($"{Section}:{nameof(options.CertificateThumbprint)} and {Section}:{nameof(options.CertificatePath)} are both set: name one certificate.");
        }
        else if (options.CertificatePath is { Length: > 0 } path)
        {
            current = Load(path, options.CertificatePassword, nameof(options.CertificatePath), problems);
        }
        else if (options.CertificateThumbprint is { Length: > 0 } thumbprint)
        {
            current = Look(thumbprint, problems);
        }

        if (options.PreviousCertificatePath is { Length: > 0 } before)
        {
            previous = Load(before, options.PreviousCertificatePassword, nameof(options.PreviousCertificatePath), problems);
        }

        return problems;
    }

    private static X509Certificate2? Load(string path, string? password, string setting, List<string> problems)
    {
        var name = $"{Section}:{setting} names '{path}', which";
        if (!File.Exists(path))
        {
            problems.Add($"{name} does not exist.");
            return null;
        }

        try
        {
            return Usable(Read(path, password), name, problems);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            problems.Add($"{name} cannot be read as a certificate with its private key: its password may be wrong.");
            return null;
        }
    }

    private static X509Certificate2 Read(string path, string? password)
    {
        if (Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase))
        {
            return string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password);
        }

        return X509CertificateLoader.LoadPkcs12FromFile(path, password);
    }

    private static X509Certificate2? Look(string thumbprint, List<string> problems)
    {
        var name = $"{Section}:{nameof(KeyProtectionOptions.CertificateThumbprint)} names a certificate that";
        foreach (var location in (ReadOnlySpan<StoreLocation>)[StoreLocation.CurrentUser, StoreLocation.LocalMachine])
        {
            try
            {
                using var store = new X509Store(StoreName.My, location);
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
                if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false) is [var found, ..])
                {
                    return Usable(found, name, problems);
                }
            }
            catch (CryptographicException)
            {
                // There is no such store on this system.
            }
        }

        problems.Add($"{name} is in no personal store of the bot's account or of the machine.");
        return null;
    }

    private static X509Certificate2? Usable(X509Certificate2 certificate, string name, List<string> problems)
    {
        using var key = certificate.GetRSAPrivateKey();
        if (key is not null)
        {
            return certificate;
        }

        problems.Add($"{name} has no RSA private key.");
        certificate.Dispose();
        return null;
    }
}

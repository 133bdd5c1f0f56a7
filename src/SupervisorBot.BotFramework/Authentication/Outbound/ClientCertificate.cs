using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.BotFramework.Authentication.Outbound;

/// <summary>The certificate with which an app registration proves who it is. It is read each time, so that a renewed file is used without a restart.</summary>
internal static class ClientCertificate
{
    /// <summary>Reads a PEM file (certificate and key) or a PFX file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="CryptographicException">It holds no certificate with an RSA key, or the password is wrong.</exception>
    public static X509Certificate2 Read(BotFrameworkOptions registration)
    {
        string path = registration.MicrosoftAppCertificatePath!;
        string? password = string.IsNullOrEmpty(registration.MicrosoftAppCertificatePassword) ? null : registration.MicrosoftAppCertificatePassword;
        X509Certificate2 certificate = IsPem(path)
            ? password is null ? X509Certificate2.CreateFromPemFile(path) : X509Certificate2.CreateFromEncryptedPemFile(path, password)
            : X509CertificateLoader.LoadPkcs12FromFile(path, password);
        using RSA? key = certificate.GetRSAPrivateKey();
        if (key is null)
        {
            certificate.Dispose();
            throw new CryptographicException("The certificate has no RSA key.");
        }

        return certificate;
    }

    private static bool IsPem(string path)
    {
        using StreamReader text = File.OpenText(path);
        char[] start = new char[4096];
        return new string(start, 0, text.ReadBlock(start)).Contains("-----BEGIN ", StringComparison.Ordinal);
    }
}

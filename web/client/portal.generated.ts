// Made by `npm run generate` from the OpenAPI document; not to be changed by hand.

export interface paths {
  "/session": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "email": string
          "password": string
          "code"?: string
          "passkey"?: {
            "id": string
            "rawId": string
            "type": string
            "clientExtensionResults": Record<string, unknown>
            "response": {
              "clientDataJSON": string
              "authenticatorData": string
              "signature": string
              "userHandle"?: string
            }
          }
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Me"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/session/passkey/options": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PasskeyRequest"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/session/passkey": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "passkey": {
            "id": string
            "rawId": string
            "type": string
            "clientExtensionResults": Record<string, unknown>
            "response": {
              "clientDataJSON": string
              "authenticatorData": string
              "signature": string
              "userHandle"?: string
            }
          }
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Me"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/me": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Me"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/session/company": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "companyId": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Me"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete?: never
  }
  "/sessions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["Session"])[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/sessions/{sessionId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put?: never
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "sessionId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/my/companies/{companyId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "companyId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["MyCompany"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/login-links": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "companyId": string
          "email": string
          "locale"?: "nl" | "en" | "de" | "fr" | "it"
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/my/session": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "token": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "companyId": string
            }
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/account/password": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "password": string
          "newPassword": string
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete?: never
  }
  "/account/second-factor": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "password": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["SecondFactorSecret"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/account/second-factor/confirm": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "code": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["RecoveryCodes"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/account/second-factor/disable": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "password": string
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/password-resets": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "email": string
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/password-resets/confirm": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "token": string
          "password": string
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/account": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Account"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "name": string
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    delete?: never
  }
  "/account/recovery-codes": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "password": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["RecoveryCodes"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/account/passkeys/options": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "password": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PasskeyCreation"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/account/passkeys": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "name": string
          "response": {
            "id": string
            "rawId": string
            "type": string
            "clientExtensionResults": Record<string, unknown>
            "response": {
              "clientDataJSON": string
              "attestationObject": string
              "transports"?: (string)[]
            }
          }
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["AddedPasskey"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/account/passkeys/{passkeyId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put?: never
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          "passkeyId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "name": string
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    delete?: never
  }
  "/account/passkeys/{passkeyId}/remove": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "passkeyId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "password": string
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/invitations/inspect": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "token": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["OpenInvitation"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/invitations/accept": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "token": string
          "name"?: string
          "password"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Accepted"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/exports/ledger": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "format": "csv" | "xlsx"
          "language"?: "nl" | "en" | "de" | "fr" | "it"
          "separators"?: "comma" | "semicolon"
          "from"?: string
          "to"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "text/csv": Blob
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/exports/payments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "format": "csv" | "xlsx"
          "language"?: "nl" | "en" | "de" | "fr" | "it"
          "separators"?: "comma" | "semicolon"
          "from"?: string
          "to"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "text/csv": Blob
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/exports/payouts": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "format": "csv" | "xlsx"
          "language"?: "nl" | "en" | "de" | "fr" | "it"
          "separators"?: "comma" | "semicolon"
          "from"?: string
          "to"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "text/csv": Blob
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/exports/customers": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "format": "csv" | "xlsx"
          "language"?: "nl" | "en" | "de" | "fr" | "it"
          "separators"?: "comma" | "semicolon"
          "from"?: string
          "to"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "text/csv": Blob
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/exports/conversations": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "format": "csv" | "xlsx"
          "language"?: "nl" | "en" | "de" | "fr" | "it"
          "separators"?: "comma" | "semicolon"
          "from"?: string
          "to"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "text/csv": Blob
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/exports/ageing": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "format": "csv" | "xlsx"
          "language"?: "nl" | "en" | "de" | "fr" | "it"
          "separators"?: "comma" | "semicolon"
          "asOf"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "text/csv": Blob
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/exports/invoices": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "format": "csv" | "xlsx"
          "language"?: "nl" | "en" | "de" | "fr" | "it"
          "separators"?: "comma" | "semicolon"
          "from"?: string
          "to"?: string
          "state"?: "draft" | "open" | "overdue" | "paid" | "retracted" | "paused" | "disputed"
          "importId"?: string
          "customerId"?: string
          "q"?: string
          "dueFrom"?: string
          "dueTo"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "text/csv": Blob
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/staff": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "colleagues": (components['schemas']["Colleague"])[]
              "invitations": (components['schemas']["Invitation"])[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/staff/invitations": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "email": string
          "role": "owner" | "treasurer" | "support" | "read_only"
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Invitation"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/staff/invitations/{invitationId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put?: never
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "invitationId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/staff/{colleagueId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put?: never
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          "colleagueId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "role": "owner" | "treasurer" | "support" | "read_only"
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "colleagueId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/company": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CompanySettings"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "name": string
          "email": string
          "locale": "nl" | "en" | "de" | "fr" | "it"
          "timeZone": string
          "countryCode": string
          "address"?: string
          "zipCode"?: string
          "city"?: string
          "iban"?: string
          "bic"?: string
          "vatNumber"?: string
          "cocNumber"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CompanySettings"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete?: never
  }
  "/company/look": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Look"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "accent"?: string
          "band"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Look"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete?: never
  }
  "/company/look/palette": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "accent"?: string
          "band"?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Palette"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/company/logo": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "image": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Look"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/company/plan": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CompanyPlan"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/settings/scopes": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (string)[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/settings/keys": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["ApiKey"])[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "name": string
          "scopes": (string)[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["IssuedApiKey"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/settings/keys/{keyId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put?: never
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "keyId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/settings/partners": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["Partner"])[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "partnerId": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Partner"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/settings/partners/{partnerId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put?: never
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "partnerId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/settings/apps": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["App"])[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/settings/apps/{appId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put?: never
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "appId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/settings/connections": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Connections"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/settings/connections/payments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "apiKey": string
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        503: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/settings/connections/payments/payout-token": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "token": string
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        503: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/settings/connections/payments/test": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Tested"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/settings/connections/bookkeeping": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "administrationId": string
          "token": string
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        503: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/settings/connections/bookkeeping/test": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Tested"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/settings/connections/bookkeeping/updates": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": ({
                "invoiceId": string
                "invoiceNumber": string
                "amount": string
                "state": "pending" | "done" | "failed"
                "attempts": number
                "lastError": (string | null)
                "updatedAt": string
              })[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/settings/connections/bookkeeping/retry": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "payments": number
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/settings/connections/sms": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "accessKey": string
          "originator": string
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        503: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/settings/connections/sms/test": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Tested"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/settings/connections/mail/test": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["TestMail"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/settings/connections/mail/test/{mailId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "mailId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["TestMail"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/audit": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
          "actor"?: string
          "type"?: string
          "subject"?: string
          "from"?: string
          "until"?: string
          "q"?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["AuditEntry"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/audit/actors": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["Actor"])[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/privacy/requests": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
          "kind"?: "export" | "erasure"
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["PrivacyRequest"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/privacy/requests/{requestId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "requestId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PrivacyRequest"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/privacy/requests/{requestId}/download": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "requestId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "url": string
              "expiresAt": string
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/privacy/requests/{requestId}/retry": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "requestId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PrivacyRequest"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/privacy/exports": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "customerId": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PrivacyRequest"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/privacy/customers/{customerId}/erasure": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "customerId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["WeighedErasure"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/privacy/erasures": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "customerId": string
          "confirm": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PrivacyRequest"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/imports": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
          "transmitted"?: boolean
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["Import"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "title"?: string
          "expectedInvoices"?: number
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Import"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/imports/{importId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "importId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Import"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          "importId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "title"?: (string | null)
          "expectedInvoices"?: number
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Import"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "importId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/imports/{importId}/invoices": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "importId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "invoiceNumber": string
          "issuedAt"?: string
          "dueAt"?: (string | null)
          "locale"?: ("nl" | "en" | "de" | "fr" | "it" | null)
          "memberNumber"?: (string | null)
          "recipient": Record<string, unknown>
          "lines": ({
            "description": string
            "amount": string
          })[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Invoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/imports/{importId}/progress": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "importId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Progress"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/imports/{importId}/transmit": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "importId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "confirm": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Import"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/imports/{importId}/settings": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "importId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CollectionSettings"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          "importId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "settings": Record<string, unknown>
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CollectionSettings"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    delete?: never
  }
  "/collection-profile": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CollectionSettings"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "settings": Record<string, unknown>
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CollectionSettings"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    delete?: never
  }
  "/installment-terms": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["InstallmentTerms"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "firstDue"?: "at_once" | "after_interval" | "invoice_due"
          "announceDays"?: number
          "holdsMandates"?: boolean
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["InstallmentTerms"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    delete?: never
  }
  "/imports/{importId}/dry-run": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "importId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["DryRun"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/imports/{importId}/messages": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "invoiceId"?: string
        }
        header?: never
        path: {
          "importId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["MessagePreview"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/imports/{importId}/messages/{step}/letter": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "invoiceId"?: string
        }
        header?: never
        path: {
          "importId": string
          "step": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": Blob
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/invoice-views": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": (components['schemas']["InvoiceView"])[]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "name": string
          "shared": boolean
          "filters": {
            [name: string]: string
          }
          "sort": "-createdAt" | "createdAt" | "-issuedAt" | "issuedAt" | "-dueAt" | "dueAt" | "-amount" | "amount" | "-outstanding" | "outstanding"
          "columns": (string)[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["InvoiceView"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/invoice-views/{viewId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put?: never
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          "viewId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "name"?: string
          "shared"?: boolean
          "filters"?: {
            [name: string]: string
          }
          "sort"?: "-createdAt" | "createdAt" | "-issuedAt" | "issuedAt" | "-dueAt" | "dueAt" | "-amount" | "amount" | "-outstanding" | "outstanding"
          "columns"?: (string)[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["InvoiceView"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "viewId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/invoice-bulks": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["InvoiceBulk"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "action": "pause" | "resume" | "pay" | "retract" | "message"
          "invoiceIds"?: (string)[]
          "filter"?: {
            "state"?: "draft" | "open" | "overdue" | "paid" | "retracted" | "paused" | "disputed"
            "importId"?: string
            "customerId"?: string
            "q"?: string
            "amountFrom"?: string
            "amountTo"?: string
            "dueFrom"?: string
            "dueTo"?: string
          }
          "expected"?: number
          "reason"?: string
          "method"?: "bank_transfer" | "cash" | "card" | "other"
          "paidAt"?: string
          "note"?: string
          "creditNotePrefix"?: string
          "description"?: string
          "showReasonToCustomer"?: boolean
          "message"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["InvoiceBulk"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/invoice-bulks/{bulkId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "bulkId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["InvoiceBulk"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/invoice-bulks/{bulkId}/failures": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path: {
          "bulkId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["InvoiceBulkFailure"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/invoice-bulks/{bulkId}/cancel": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "bulkId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["InvoiceBulk"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/invoices": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
          "state"?: "draft" | "open" | "overdue" | "paid" | "retracted" | "paused" | "disputed"
          "importId"?: string
          "customerId"?: string
          "q"?: string
          "amountFrom"?: string
          "amountTo"?: string
          "dueFrom"?: string
          "dueTo"?: string
          "sort"?: "-createdAt" | "createdAt" | "-issuedAt" | "issuedAt" | "-dueAt" | "dueAt" | "-amount" | "amount" | "-outstanding" | "outstanding"
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["InvoiceOverview"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/invoices/sums": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "state"?: "draft" | "open" | "overdue" | "paid" | "retracted" | "paused" | "disputed"
          "importId"?: string
          "customerId"?: string
          "q"?: string
          "amountFrom"?: string
          "amountTo"?: string
          "dueFrom"?: string
          "dueTo"?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["InvoiceSums"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/invoices/{invoiceId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "invoiceId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Invoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "invoiceId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/invoices/{invoiceId}/timeline": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
          "order"?: "oldest" | "newest"
        }
        header?: never
        path: {
          "invoiceId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["TimelineEntry"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/invoices/{invoiceId}/payments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "invoiceId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "amount"?: string
          "method": "bank_transfer" | "cash" | "card" | "other"
          "paidAt": string
          "note"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Invoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/invoices/{invoiceId}/credit": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "invoiceId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "creditNoteNumber": string
          "description": string
          "amount": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Invoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/invoices/{invoiceId}/credit-and-retract": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "invoiceId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "creditNoteNumber": string
          "description": string
          "reason"?: string
          "showReasonToCustomer"?: boolean
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Invoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/invoices/{invoiceId}/recipient": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put?: never
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          "invoiceId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "recipient": Record<string, unknown>
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Invoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    delete?: never
  }
  "/invoices/{invoiceId}/messages": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "invoiceId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "message": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Invoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/invoices/{invoiceId}/pause": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "invoiceId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "reason": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Invoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/invoices/{invoiceId}/resume": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "invoiceId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Invoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/invoices/{invoiceId}/disputes": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "invoiceId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "lineId": string
          "reason": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Invoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/invoices/{invoiceId}/disputes/{disputeId}/settle": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "invoiceId": string
          "disputeId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "outcome": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Invoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/inbox": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
          "box"?: "unanswered" | "answered" | "archived" | "mine" | "support" | "snoozed"
          "q"?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["InboxEntry"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/inbox/counts": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["InboxCounts"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/inbox/live": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "since"?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["InboxNews"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/inbox/presence/{tab}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path: {
          "tab": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "conversationId": string
          "writing": boolean
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "tab": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/inbox/{ticketId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Conversation"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/inbox/{ticketId}/read": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "messageId"?: (string | null)
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete?: never
  }
  "/inbox/{ticketId}/messages/{messageId}/attachments/{attachmentId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
          "messageId": string
          "attachmentId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": Blob
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/inbox/{ticketId}/messages": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "message": string
          "archive"?: boolean
          "attachments"?: (Blob)[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Conversation"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/inbox/{ticketId}/notes": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "message": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Conversation"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/inbox/{ticketId}/assignee": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "assigneeId"?: (string | null)
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete?: never
  }
  "/inbox/{ticketId}/snooze": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "until": string
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/inbox/{ticketId}/archive": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/inbox/{ticketId}/reopen": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/inbox/{ticketId}/assign-to-support": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/inbox/{ticketId}/merges": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "ticketId": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Conversation"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/inbox/{ticketId}/merges/{mergedId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put?: never
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
          "mergedId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Conversation"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/canned-answers": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["CannedAnswer"])[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "name": string
          "message": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CannedAnswer"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/canned-answers/{cannedAnswerId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path: {
          "cannedAnswerId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "name": string
          "message": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CannedAnswer"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "cannedAnswerId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/inbox/{ticketId}/canned-answers/{cannedAnswerId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
          "cannedAnswerId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "html": string
              "missing": ("name" | "invoiceNumber" | "outstanding" | "company" | "colleague")[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/attention": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Attention"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/money/outstanding": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "asOf"?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Outstanding"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/money/ageing": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
          "asOf"?: string
          "by"?: "customer" | "import"
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["AgeingRow"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/money/collected": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query: {
          "from": string
          "to": string
          "by"?: "month" | "week"
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Collected"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/money/providers": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query: {
          "from": string
          "to": string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["ProviderTakings"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/money/failed-payments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["FailedPayments"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/money/season": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Season"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "startMonth": number
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Season"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    patch?: never
    delete?: never
  }
  "/money/payouts": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["Payout"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/money/payouts/{payoutId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "payoutId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Payout"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/money/payouts/{payoutId}/entries": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path: {
          "payoutId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["PayoutEntry"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/money/awaiting-payout": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["AwaitingPayment"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/money/payout-state": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PayoutState"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/money/payout-state/look": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/customers/{customerId}/summary": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "customerId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerSummary"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/customers/{customerId}/punch-cards": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path: {
          "customerId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["CustomerPunchCard"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/public-invoices/{id}/{token}/mandate": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "iban": string
          "holderName": string
          "kind"?: "recurring" | "one_off"
          "consent": boolean
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Mandate"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "revoked": boolean
            }
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/public-invoices/{id}/{token}/contact": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put?: never
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "email"?: string
          "phone"?: string
          "phoneCountryCode"?: string
          "address1"?: string
          "houseNumber"?: string
          "houseNumberExtension"?: string
          "address2"?: string
          "zipCode"?: string
          "city"?: string
          "countryCode"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Contact"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    delete?: never
  }
  "/public-invoices/{id}/{token}/contact/confirm": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "code": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Contact"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/public-invoices/{id}/{token}/plans": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PlanOffers"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/public-invoices/{id}/{token}/plan": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "installments": number
          "intervalDays": number
          "automatic"?: boolean
          "total"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PlanOffers"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        503: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "automatic": false
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PlanOffers"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PlanOffers"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/public-invoices/{id}/{token}/plan/installments/{position}/payments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
          "position": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Checkout"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        503: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/public-invoices/{id}/{token}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "payment"?: string
        }
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicInvoice"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/public-invoices/{id}/{token}/pdf": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/pdf": Blob
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/public-invoices/{id}/{token}/payments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Checkout"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        503: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/public-invoices/{id}/{token}/attachments/{attachmentId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
          "attachmentId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/octet-stream": Blob
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        416: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/public-invoices/{id}/{token}/messages": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "message": string
          "attachments"?: (Blob)[]
        }
        "multipart/form-data": {
          "message": string
          "attachments"?: (Blob)[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Message"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        413: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/my/invoices/{id}/plans": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PlanOffers"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/invoices/{id}/plan": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "installments": number
          "intervalDays": number
          "automatic"?: boolean
          "total"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PlanOffers"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        503: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "automatic": false
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PlanOffers"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PlanOffers"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/my/invoices/{id}/plan/installments/{position}/payments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "position": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Checkout"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        503: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/my/invoices/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "payment"?: string
        }
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicInvoice"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/invoices/{id}/pdf": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/pdf": Blob
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/invoices/{id}/payments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Checkout"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        503: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/my/invoices/{id}/attachments/{attachmentId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "attachmentId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/octet-stream": Blob
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        416: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/invoices/{id}/messages": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "message": string
          "attachments"?: (Blob)[]
        }
        "multipart/form-data": {
          "message": string
          "attachments"?: (Blob)[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Message"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        413: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/public-offers/{id}/{token}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicOffer"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/public-offers/{id}/{token}/pdf": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/pdf": Blob
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/public-offers/{id}/{token}/accept": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "signature": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicOffer"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/public-offers/{id}/{token}/reject": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicOffer"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/my/offers/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicOffer"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/offers/{id}/pdf": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/pdf": Blob
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/offers/{id}/accept": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "signature": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicOffer"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/my/offers/{id}/reject": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicOffer"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/file-requests/{id}/{token}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicFileRequest"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/file-requests/{id}/{token}/files/{requestedFileId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
          "requestedFileId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "multipart/form-data": {
          "file": Blob
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicFileRequest"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        413: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/my/file-requests/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicFileRequest"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/file-requests/{id}/files/{requestedFileId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "requestedFileId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "multipart/form-data": {
          "file": Blob
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicFileRequest"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        413: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/file-shares/{id}/{token}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicFileShare"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/file-shares/{id}/{token}/files/{fileId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
          "fileId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/octet-stream": Blob
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        416: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/file-shares/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PublicFileShare"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/file-shares/{id}/files/{fileId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "fileId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/octet-stream": Blob
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        416: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["My"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/sessions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put?: never
    patch?: never
    delete: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
  }
  "/my/customers/{customerId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    put?: never
    patch: {
      parameters: {
        query?: never
        header?: never
        path: {
          "customerId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "address"?: string
          "zipCode"?: string
          "city"?: string
          "countryCode"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["MyCustomer"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    delete?: never
  }
  "/my/email": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "email": string
          "locale"?: "nl" | "en" | "de" | "fr" | "it"
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/my/email/confirm": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "code": string
          "locale"?: "nl" | "en" | "de" | "fr" | "it"
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/my/customers/{customerId}/phone": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "customerId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "phone": string
          "locale"?: "nl" | "en" | "de" | "fr" | "it"
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/my/customers/{customerId}/phone/confirm": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "customerId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "code": string
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/my/invoices": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
          "open"?: boolean
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["MyInvoice"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/payments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["MyPayment"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/offers": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["MyOffer"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/agreements": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["MyAgreement"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/appointments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["MyAppointment"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/subscriptions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["MySubscription"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/punch-cards": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["MyPunchCard"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/file-shares": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["MyFileShare"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/file-requests": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["MyFileRequest"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/appointments/{appointmentId}/calendar.ics": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "appointmentId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "text/calendar": Blob
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/conversations": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "cursor"?: string
          "limit"?: number
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["MyConversation"])[]
              "nextCursor": (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "customerId": string
          "title": string
          "message": string
          "attachments"?: (Blob)[]
        }
        "multipart/form-data": {
          "customerId": string
          "title": string
          "message": string
          "attachments"?: (Blob)[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["MyConversationDetails"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/my/conversations/{ticketId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["MyConversationDetails"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/conversations/{ticketId}/attachments/{attachmentId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
          "attachmentId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/octet-stream": Blob
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        416: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/conversations/{ticketId}/messages": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "message": string
          "attachments"?: (Blob)[]
        }
        "multipart/form-data": {
          "message": string
          "attachments"?: (Blob)[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["MyConversationDetails"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/my/pages": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["MyTitled"])[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/pages/{pageId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query: {
          "customerId": string
        }
        header?: never
        path: {
          "pageId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["MyPage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/forms": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path?: never
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["MyTitled"])[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/my/forms/{formId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query: {
          "customerId": string
        }
        header?: never
        path: {
          "formId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["MyForm"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post: {
      parameters: {
        query: {
          "customerId": string
        }
        header?: never
        path: {
          "formId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "values": {
            [name: string]: (string | number | boolean | null)
          }
        }
      } }
      responses: {
        204: {
          headers: Record<string, unknown>
          content?: never
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        503: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/downloads/{token}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/octet-stream": Blob
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        416: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/logos/{companyId}/{hash}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "companyId": string
          "hash": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "image/png": Blob
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/invoice-pdfs/{token}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/pdf": Blob
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/offer-pdfs/{token}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/pdf": Blob
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/agreements/{id}/{token}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["AgreementToSign"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/agreements/{id}/{token}/documents/{documentId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
          "documentId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/pdf": Blob
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        416: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/agreements/{id}/{token}/code": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "sentTo": string
              "expiresAt": string
            }
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/agreements/{id}/{token}/sign": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "id": string
          "token": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "signature": string
          "code"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["AgreementToSign"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
}

export interface components {
  schemas: {
    "Error": {
      "code": string
      "field"?: string
      "reason"?: string
      "factors"?: ("app" | "passkey")[]
      "message": string
    }
    "Palette": {
      "accent": string
      "onAccent": string
      "inkOnLight": string
      "inkOnDark": string
      "band": (string | null)
      "onBand": (string | null)
    }
    "Look": {
      "accent": (string | null)
      "band": (string | null)
      "logo": ({
        "url": string
        "width": number
        "height": number
      } | null)
      "palette": components['schemas']["Palette"]
    }
    "Me": {
      "user": {
        "id": string
        "email": string
        "name": string
        "secondFactor": boolean
      }
      "company": ({
        "id": string
        "name": string
        "locale": string
        "currency": string
        "timeZone": string
        "features": (string)[]
      } | null)
      "role": ("owner" | "treasurer" | "support" | "read_only" | null)
      "permissions": ("agreements:read" | "agreements:write" | "appointments:read" | "appointments:write" | "businessoperations:read" | "company:read" | "company:write" | "cms:read" | "cms:write" | "customers:read" | "customers:write" | "filerequest:read" | "filerequest:write" | "files:read" | "files:write" | "fileshare:read" | "fileshare:write" | "invoices:read" | "invoices:write" | "offers:read" | "offers:write" | "paymentlinks:read" | "paymentlinks:write" | "punchcards:read" | "punchcards:write" | "subscription:read" | "subscription:write" | "tickets:read" | "tickets:write" | "webhooks:read" | "webhooks:write" | "account:read" | "account:write" | "audit:read" | "privacy:read" | "privacy:write" | "settings:read" | "settings:write" | "staff:read" | "staff:write")[]
      "companies": ({
        "id": string
        "name": string
        "role": "owner" | "treasurer" | "support" | "read_only"
      })[]
    }
    "Session": {
      "id": string
      "current": boolean
      "address": string
      "userAgent": string
      "createdAt": string
      "lastSeenAt": string
    }
    "PasskeyRequest": {
      "publicKey": Record<string, unknown>
    }
    "MyCompany": {
      "id": string
      "name": string
      "locale": string
      "currency": string
      "timeZone": string
      "look": components['schemas']["Look"]
    }
    "SecondFactorSecret": {
      "secret": string
      "uri": string
    }
    "RecoveryCodes": {
      "recoveryCodes": (string)[]
    }
    "Passkey": {
      "id": string
      "name": string
      "synced": boolean
      "createdAt": string
      "lastUsedAt": (string | null)
    }
    "PasskeyCreation": {
      "publicKey": Record<string, unknown>
    }
    "AddedPasskey": {
      "passkey": components['schemas']["Passkey"]
      "recoveryCodes": ((string)[] | null)
    }
    "Account": {
      "name": string
      "email": string
      "app": boolean
      "passkeys": (components['schemas']["Passkey"])[]
      "passkeysPossible": boolean
      "recoveryCodesLeft": number
    }
    "OpenInvitation": {
      "company": {
        "name": string
      }
      "email": string
      "role": "owner" | "treasurer" | "support" | "read_only"
      "hasAccount": boolean
    }
    "Accepted": {
      "signedIn": boolean
    }
    "Colleague": {
      "id": string
      "userId": string
      "email": string
      "name": string
      "role": "owner" | "treasurer" | "support" | "read_only"
      "secondFactor": boolean
      "lastSeenAt": (string | null)
      "joinedAt": string
    }
    "Invitation": {
      "id": string
      "email": string
      "role": "owner" | "treasurer" | "support" | "read_only"
      "createdAt": string
      "expiresAt": string
    }
    "CompanySettings": {
      "name": string
      "email": string
      "locale": "nl" | "en" | "de" | "fr" | "it"
      "currency": string
      "timeZone": string
      "address": (string | null)
      "zipCode": (string | null)
      "city": (string | null)
      "countryCode": string
      "iban": (string | null)
      "bic": (string | null)
      "vatNumber": (string | null)
      "cocNumber": (string | null)
    }
    "CompanyPlan": {
      "name": string
      "features": ("agreements" | "appointments" | "cms" | "files" | "offers" | "payment-links" | "punch-cards" | "subscriptions" | "ticketing" | "webhooks")[]
      "monthlyPrice": string
      "vatRate": number
      "lacks": ("agreements" | "appointments" | "cms" | "files" | "offers" | "payment-links" | "punch-cards" | "subscriptions" | "ticketing" | "webhooks")[]
      "others": ({
        "name": string
        "features": ("agreements" | "appointments" | "cms" | "files" | "offers" | "payment-links" | "punch-cards" | "subscriptions" | "ticketing" | "webhooks")[]
        "monthlyPrice": string
        "vatRate": number
      })[]
    }
    "ApiKey": {
      "id": string
      "name": string
      "hint": string
      "scopes": (string)[]
      "createdAt": string
      "lastUsedAt": (string | null)
      "revokedAt": (string | null)
    }
    "IssuedApiKey": {
      "id": string
      "key": string
    }
    "Partner": {
      "id": string
      "name": string
      "grantedAt": string
      "redirectHosts": (string)[]
      "notifications": ({
        "url": string
        "realtime": boolean
        "failingSince": (string | null)
      } | null)
    }
    "App": {
      "id": string
      "name": string
      "host": string
      "scopes": (string)[]
      "grantedBy": (string | null)
      "grantedAt": string
      "lastTokenAt": (string | null)
    }
    "Connections": {
      "mail": {
        "state": "smtp" | "catch" | "none"
        "from": (string | null)
      }
      "payments": ({
        "provider": "mollie" | "sandbox"
        "connectedAt": (string | null)
        "payoutToken": boolean
      } | null)
      "bookkeeping": ({
        "provider": string
        "administrationId": string
        "connectedAt": string
        "pending": number
        "failed": number
      } | null)
      "sms": ({
        "provider": string
        "originator": string
        "connectedAt": string
      } | null)
    }
    "Tested": {
      "outcome": "works" | "not_connected" | "unauthorized" | "unavailable" | "rate_limited" | "refused" | "not_found"
      "message": string
      "live"?: boolean
      "methods"?: (string)[]
      "administration"?: string
      "balance"?: string
    }
    "TestMail": {
      "id": string
      "to": string
      "state": "pending" | "sent" | "failed"
      "attempts": number
      "lastError": (string | null)
      "sentAt": (string | null)
    }
    "Actor": {
      "ref": string
      "kind": string
      "name": (string | null)
    }
    "AuditEntry": {
      "id": string
      "type": string
      "at": string
      "actor": components['schemas']["Actor"]
      "subject": {
        "kind": string
        "id": string
        "name": (string | null)
      }
      "changes": ({
        "field": string
        "before": (string | null)
        "after": (string | null)
      })[]
    }
    "ErasureItem": {
      "kind": string
      "count": number
      "fate": "erased" | "pseudonymised" | "kept" | "elsewhere"
      "reason": ("tax_law" | "contract" | "history" | "others" | null)
      "until": (string | null)
    }
    "WeighedErasure": {
      "name": string
      "erased": boolean
      "items": (components['schemas']["ErasureItem"])[]
      "obstacles": ({
        "kind": "open_invoices" | "payments_under_way" | "running_subscriptions"
        "count": number
      })[]
    }
    "PrivacyRequest": {
      "id": string
      "kind": "export" | "erasure"
      "customerId": string
      "customerName": (string | null)
      "state": "running" | "done" | "failed"
      "stepsDone": number
      "steps": number
      "downloadable": boolean
      "expiresAt": (string | null)
      "items": ((components['schemas']["ErasureItem"])[] | null)
      "error": (string | null)
      "createdAt": string
      "finishedAt": (string | null)
    }
    "Import": {
      "id": string
      "title": (string | null)
      "transmittedAt": (string | null)
      "createdAt": string
      "expectedInvoices": number
      "invoices": number
      "paid": number
      "retracted": number
      "currency": string
      "amount": string
      "outstanding": string
    }
    "Progress": {
      "invoices": number
      "paid": number
      "paused": number
      "overdue": number
      "messages": {
        "total": number
        "queued": number
        "sending": number
        "sent": number
        "failed": number
        "bounced": number
      }
    }
    "CollectionSettings": {
      "request1": {
        "sms": boolean
        "letter": boolean
      }
      "request2": ({
        "afterDays": number
        "sms": boolean
        "letter": boolean
      } | null)
      "reminder1": {
        "afterDays": number
        "sms": boolean
        "letter": boolean
      }
      "reminder2": {
        "afterDays": number
        "sms": boolean
        "letter": boolean
      }
      "reminder3": ({
        "afterDays": number
        "sms": boolean
        "letter": boolean
      } | null)
      "overdueAfterDays": number
      "paymentMethods": ("ideal" | "sdd" | "bank_transfer" | "credit_card" | "bancontact" | "bacs" | "sofort" | "paypal")[]
      "dueDays": number
      "installments": ({
        "numbers": (number)[]
        "intervalDays": 14 | 21 | 30 | 45 | 60 | 90 | 120 | 150 | 180
      } | null)
      "fees": {
        "latePaymentCents": number
        "latePaymentFrom": "reminder1" | "reminder2" | "reminder3" | "overdue"
        "chargebackCents": number
        "installmentCents": number
        "surchargeCents": number
        "administrativeCents": number
      }
      "personalNote": string
      "salutation": string
      "throttlePerMinute": number
      "window": {
        "from": string
        "until": string
      }
    }
    "InstallmentTerms": {
      "firstDue": "at_once" | "after_interval" | "invoice_due"
      "announceDays": number
      "holdsMandates": boolean
    }
    "DryRun": {
      "invoices": number
      "currency": string
      "open": {
        "count": number
        "amount": string
      }
      "settled": number
      "held": number
      "unreachable": number
      "minutes": number
      "steps": ({
        "step": "request1" | "request2" | "reminder1" | "reminder2" | "reminder3" | "overdue" | "final_notice" | "chargeback"
        "at": string
        "reached": {
          "count": number
          "amount": string
        }
        "unreached": number
        "email": {
          "count": number
          "amount": string
        }
        "sms": {
          "count": number
          "amount": string
        }
        "letter": {
          "count": number
          "amount": string
        }
        "lateFees": {
          "count": number
          "amount": string
        }
      })[]
      "problems": ({
        "code": "empty" | "incomplete" | "unreachable" | "nothing_to_pay" | "held" | "past_due" | "same_number" | "no_payment_provider" | "no_iban" | "no_sms_provider" | "no_sender_address"
        "blocks": boolean
        "count": number
      })[]
      "unreachableInvoices": ({
        "invoiceId": string
        "invoiceNumber": string
        "recipient": string
        "lacks": ("email" | "phone" | "address")[]
      })[]
    }
    "MessagePreview": {
      "invoiceId": string
      "invoiceNumber": string
      "recipient": string
      "locale": "nl" | "en" | "de" | "fr" | "it"
      "messages": ({
        "step": "request1" | "request2" | "reminder1" | "reminder2" | "reminder3" | "overdue" | "final_notice" | "chargeback"
        "at": (string | null)
        "amount": string
        "email": ({
          "to": string
          "subject": string
          "text": string
          "html": string
        } | null)
        "sms": ({
          "to": string
          "text": string
          "segments": number
        } | null)
        "letter": ({
          "to": (string)[]
        } | null)
      })[]
    }
    "InvoiceView": {
      "id": string
      "name": string
      "shared": boolean
      "filters": {
        [name: string]: string
      }
      "sort": "-createdAt" | "createdAt" | "-issuedAt" | "issuedAt" | "-dueAt" | "dueAt" | "-amount" | "amount" | "-outstanding" | "outstanding"
      "columns": (string)[]
      "mayChange": boolean
    }
    "InvoiceBulk": {
      "id": string
      "action": "pause" | "resume" | "pay" | "retract" | "message"
      "state": "running" | "done" | "canceled"
      "total": number
      "done": number
      "failed": number
      "by": string
      "createdAt": string
      "endedAt": (string | null)
    }
    "InvoiceBulkFailure": {
      "invoiceId": string
      "invoiceNumber": string
      "reason": string
      "message": string
    }
    "Invoice": {
      "id": string
      "importId": string
      "importTitle": (string | null)
      "customerId": string
      "invoiceNumber": string
      "reference": string
      "recipient": string
      "email": string
      "currency": string
      "amount": string
      "outstanding": string
      "issuedAt": string
      "dueAt": (string | null)
      "paidAt": (string | null)
      "state": "draft" | "open" | "overdue" | "paid" | "retracted"
      "pausedAt": (string | null)
      "question": ("unanswered" | "answered" | "archived" | null)
      "ticketId": (string | null)
      "disputed": boolean
      "createdAt": string
      "contact": {
        "prefix": string
        "firstName": string
        "infix": string
        "lastName": string
        "organization": string
        "address1": string
        "address2": string
        "houseNumber": string
        "houseNumberExtension": string
        "locality": string
        "state": string
        "zipCode": string
        "city": string
        "countryCode": string
        "email": string
        "phone": string
        "phoneCountryCode": string
      }
      "retracted": boolean
      "retractionReason": (string | null)
      "lines": ({
        "id": string
        "kind": "charge" | "fee" | "payment" | "chargeback" | "refund" | "credit"
        "subtype": (string | null)
        "description": (string | null)
        "amount": string
        "paymentMethod": (string | null)
        "occurredAt": string
      })[]
      "conversation": ({
        "from": "customer" | "company"
        "message": string
        "postedAt": string
      })[]
      "plan": ({
        "state": "running" | "paid" | "failed" | "withdrawn" | "canceled"
        "automatic": boolean
        "confirmedAt": string
        "installments": ({
          "position": number
          "dueAt": string
          "amount": string
          "state": "planned" | "due" | "in_progress" | "paid" | "failed" | "canceled"
        })[]
      } | null)
      "payments": ({
        "method": (string | null)
        "amount": string
        "status": string
        "createdAt": string
      })[]
      "locale": (string | null)
      "collection": {
        "state": string
        "disputed": string
        "lastStep": (string | null)
        "lastAt": (string | null)
        "nextStep": (string | null)
        "nextAt": (string | null)
        "holds": ({
          "kind": string
          "reason": string
          "since": string
        })[]
        "disputes": ({
          "id": string
          "lineId": string
          "amount": string
          "reason": string
          "openedAt": string
          "settledAt": (string | null)
          "outcome": (string | null)
        })[]
        "messages": ({
          "id": string
          "channel": "EMAIL" | "SMS" | "LETTER"
          "step": string
          "state": "queued" | "sending" | "sent" | "failed"
          "to": (string | null)
          "error": (string | null)
          "report": (string | null)
          "sentAt": (string | null)
        })[]
      }
    }
    "InvoiceOverview": {
      "id": string
      "importId": string
      "importTitle": (string | null)
      "customerId": string
      "invoiceNumber": string
      "reference": string
      "recipient": string
      "email": string
      "currency": string
      "amount": string
      "outstanding": string
      "issuedAt": string
      "dueAt": (string | null)
      "paidAt": (string | null)
      "state": "draft" | "open" | "overdue" | "paid" | "retracted"
      "pausedAt": (string | null)
      "question": ("unanswered" | "answered" | "archived" | null)
      "ticketId": (string | null)
      "disputed": boolean
      "createdAt": string
    }
    "InvoiceSums": {
      "count": number
      "currency": string
      "amount": string
      "outstanding": string
      "overdue": string
    }
    "TimelineEntry": {
      "id": string
      "at": string
      "kind": "event" | "mail" | "message"
      "type": string
      "by": ({
        "kind": string
        "name": (string | null)
      } | null)
      "before": (Record<string, unknown> | null)
      "after": (Record<string, unknown> | null)
      "said": ({
        "from": "customer" | "company"
        "author": string
        "message": string
      } | null)
    }
    "InboxEntry": {
      "id": string
      "title": string
      "state": "unanswered" | "answered" | "archived"
      "source": "portal" | "email" | "chat"
      "invoiceId": (string | null)
      "invoiceNumber": (string | null)
      "customerId": (string | null)
      "customerName": (string | null)
      "assignee": ({
        "id": string
        "name": string
      } | null)
      "withSupport": boolean
      "snoozedUntil": (string | null)
      "lastMessageAt": string
      "unread": boolean
      "lastMessage": (string | null)
      "lastFrom": ("customer" | "company" | null)
      "messageCount": number
      "hasAttachments": boolean
    }
    "InboxCounts": {
      "unanswered": number
      "answered": number
      "archived": number
      "mine": number
      "support": number
      "snoozed": number
    }
    "Conversation": {
      "id": string
      "title": string
      "state": "unanswered" | "answered" | "archived"
      "source": "portal" | "email" | "chat"
      "invoiceId": (string | null)
      "invoiceNumber": (string | null)
      "customerId": (string | null)
      "customerName": (string | null)
      "assignee": ({
        "id": string
        "name": string
      } | null)
      "withSupport": boolean
      "snoozedUntil": (string | null)
      "lastMessageAt": string
      "unread": boolean
      "customerEmail": (string | null)
      "customerPhone": (string | null)
      "createdAt": string
      "messages": ({
        "id": string
        "from": "customer" | "company"
        "author": string
        "colleague": (string | null)
        "html": string
        "text": string
        "postedAt": string
        "attachments": ({
          "id": string
          "name": string
          "sizeBytes": number
          "mime": string
        })[]
      })[]
      "notes": ({
        "id": string
        "author": string
        "html": string
        "text": string
        "postedAt": string
      })[]
      "merges": ({
        "id": string
        "title": string
        "mergedAt": string
      })[]
    }
    "InboxNews": {
      "cursor": string
      "reset": boolean
      "changes": ({
        "conversationId": string
        "type": string
        "by": (string | null)
        "at": string
      })[]
      "presence": ({
        "conversationId": string
        "colleagueId": string
        "name": string
        "writing": boolean
        "since": string
      })[]
    }
    "CannedAnswer": {
      "id": string
      "name": string
      "html": string
      "changedAt": string
    }
    "Outstanding": {
      "asOf": string
      "currency": string
      "invoices": number
      "total": string
      "overpaid": string
      "notDue": string
      "days1to30": string
      "days31to60": string
      "days61to90": string
      "over90": string
    }
    "AgeingRow": {
      "id": string
      "name": (string | null)
      "invoices": number
      "total": string
      "overpaid": string
      "notDue": string
      "days1to30": string
      "days31to60": string
      "days61to90": string
      "over90": string
    }
    "Collected": {
      "from": string
      "to": string
      "currency": string
      "collected": string
      "payments": {
        "count": number
        "amount": string
      }
      "chargebacks": {
        "count": number
        "amount": string
        "reversed": string
        "rate": (number | null)
      }
      "refunds": {
        "count": number
        "amount": string
        "failed": string
        "rate": (number | null)
      }
      "periods": ({
        "from": string
        "to": string
        "collected": string
        "previous": string
      })[]
      "methods": ({
        "method": string
        "collected": string
        "payments": {
          "count": number
          "amount": string
        }
        "chargebacks": {
          "count": number
          "amount": string
          "reversed": string
          "rate": (number | null)
        }
        "refunds": {
          "count": number
          "amount": string
          "failed": string
          "rate": (number | null)
        }
      })[]
      "fees": ({
        "subtype": string
        "charges": number
        "charged": string
        "credited": string
        "collected": string
      })[]
      "previous": {
        "from": string
        "to": string
        "collected": string
        "payments": {
          "count": number
          "amount": string
        }
        "chargebacks": {
          "count": number
          "amount": string
          "reversed": string
          "rate": (number | null)
        }
        "refunds": {
          "count": number
          "amount": string
          "failed": string
          "rate": (number | null)
        }
        "toDate": {
          "to": string
          "collected": string
        }
      }
    }
    "Season": {
      "startMonth": number
      "from": string
      "to": string
      "today": string
    }
    "ProviderTakings": {
      "currency": string
      "connected": (string | null)
      "days": ({
        "day": string
        "provider": string
        "payments": number
        "paid": string
        "refunded": string
        "chargedBack": string
        "net": string
      })[]
      "chargeable": {
        "payments": number
        "amount": string
        "since": string
      }
    }
    "FailedPayments": {
      "currency": string
      "data": ({
        "id": string
        "at": string
        "invoiceId": (string | null)
        "invoiceNumber": (string | null)
        "description": string
        "payer": (string | null)
        "amount": string
        "method": (string | null)
        "provider": string
        "failure": (string | null)
      })[]
    }
    "Attention": {
      "currency": string
      "items": ({
        "kind": "questions" | "paymentsFailed" | "payoutsFailed" | "plansFailed" | "disputes" | "overdue" | "drafts" | "messagesFailed" | "mailsFailed" | "bookkeepingFailed" | "webhooksDisabled" | "appointments"
        "count": number
        "amount": (string | null)
        "since": (string | null)
      })[]
      "beginning": {
        "hasInvoices": boolean
        "paymentsConnected": boolean
        "ibanKnown": boolean
        "hasColleagues": boolean
      }
    }
    "Payout": {
      "id": string
      "provider": string
      "providerId": string
      "reference": (string | null)
      "status": "open" | "pending" | "paidout" | "failed"
      "amount": string
      "currency": string
      "createdAt": string
      "settledAt": (string | null)
      "sums": ({
        "kind": "payment" | "capture" | "refund" | "chargeback" | "cost"
        "count": number
        "amount": string
      })[]
      "difference": string
      "strangers": number
    }
    "PayoutEntry": {
      "id": string
      "kind": "payment" | "capture" | "refund" | "chargeback" | "cost"
      "at": string
      "amount": string
      "providerId": string
      "providerPaymentId": (string | null)
      "paymentId": (string | null)
      "description": (string | null)
      "payer": (string | null)
      "method": (string | null)
      "invoiceId": (string | null)
      "invoiceNumber": (string | null)
    }
    "AwaitingPayment": {
      "id": string
      "paidAt": string
      "provider": string
      "amount": string
      "description": string
      "payer": (string | null)
      "method": (string | null)
      "invoiceId": (string | null)
      "invoiceNumber": (string | null)
      "payoutId": (string | null)
      "payoutStatus": ("open" | "pending" | "paidout" | "failed" | null)
    }
    "PayoutState": {
      "currency": string
      "provider": (string | null)
      "asked": boolean
      "lookedAt": (string | null)
      "readAt": (string | null)
      "failure": ("unavailable" | "rate_limited" | "unauthorized" | "not_found" | "refused" | null)
      "message": (string | null)
      "awaiting": {
        "payments": number
        "amount": string
      }
    }
    "CustomerSummary": {
      "externalId": (string | null)
      "currency": string
      "outstanding": string
      "invoices": number
      "unpaidInvoices": number
      "offers": number
      "subscriptions": number
      "appointments": number
      "punchCards": number
      "agreements": number
      "files": number
      "conversations": number
    }
    "CustomerPunchCard": {
      "id": string
      "punchCardId": string
      "name": string
      "punches": number
      "punchLabel": string
      "punchesLeft": number
      "status": "active" | "expired" | "fully_used"
      "expiresAt": (string | null)
      "issuedAt": string
    }
    "Mandate": {
      "reference": string
      "kind": "recurring" | "one_off"
      "iban": string
      "holderName": string
      "via": "link" | "paper"
      "signedAt": string
    }
    "Contact": {
      "email": (string | null)
      "phone": (string | null)
      "address": (string | null)
      "pendingEmail": (string | null)
      "pendingPhone": (string | null)
    }
    "PlanOffer": {
      "installments": number
      "intervalDays": number
      "fees": string
      "total": string
      "mayBeAutomatic": boolean
      "schedule": ({
        "dueAt": string
        "amount": string
        "fee": string
      })[]
    }
    "PaymentPlan": {
      "state": "running" | "paid" | "failed" | "withdrawn" | "canceled"
      "intervalDays": number
      "automatic": boolean
      "installments": ({
        "position": number
        "dueAt": string
        "state": "planned" | "due" | "in_progress" | "paid" | "failed" | "canceled"
        "agreed": string
        "amount": string
        "fee": string
      })[]
    }
    "PlanOffers": {
      "plans": (components['schemas']["PlanOffer"])[]
      "plan": (components['schemas']["PaymentPlan"] | null)
    }
    "Attachment": {
      "id": string
      "name": string
      "size": number
      "mime": string
    }
    "Message": {
      "id": string
      "from": "customer" | "company"
      "message": string
      "postedAt": string
      "attachments": (components['schemas']["Attachment"])[]
    }
    "PublicInvoice": {
      "id": string
      "company": {
        "name": string
      }
      "invoiceNumber": string
      "recipient": string
      "locale": string
      "issuedAt": string
      "dueAt": (string | null)
      "currency": string
      "amount": string
      "outstanding": string
      "paidAt": (string | null)
      "retracted": boolean
      "retractionReason": (string | null)
      "lines": ({
        "kind": "charge" | "fee" | "payment" | "chargeback" | "refund" | "credit"
        "subtype": (string | null)
        "description": (string | null)
        "amount": string
        "occurredAt": string
      })[]
      "state": "open" | "payment_pending" | "in_installments" | "paid" | "retracted"
      "paymentMethods": (string)[]
      "plans": (components['schemas']["PlanOffer"])[]
      "plan": (components['schemas']["PaymentPlan"] | null)
      "mandate": (components['schemas']["Mandate"] | null)
      "payment": ("created" | "open" | "pending" | "authorized" | "paid" | "failed" | "canceled" | "expired" | null)
      "contact": components['schemas']["Contact"]
      "conversation": (components['schemas']["Message"])[]
    }
    "Checkout": {
      "checkoutUrl": string
    }
    "PublicOffer": {
      "id": string
      "company": {
        "name": string
      }
      "offerNumber": string
      "recipient": string
      "locale": string
      "issuedAt": string
      "expiresAt": string
      "state": "open" | "accepted" | "rejected" | "expired"
      "currency": string
      "amount": string
      "lines": ({
        "description": string
        "amountExclVat": string
        "vatRate": number
      })[]
      "vat": ({
        "rate": number
        "base": string
        "amount": string
      })[]
      "acceptedAt": (string | null)
      "acceptanceSignature": (string | null)
      "rejectedAt": (string | null)
      "links": {
        "pdf": {
          "href": string
          "type": string
        }
      }
    }
    "PublicFileRequest": {
      "company": string
      "description": (string | null)
      "requestedFiles": ({
        "id": string
        "name": string
        "description": (string | null)
        "required": boolean
        "maxFileSize": number
        "uploaded": boolean
      })[]
      "completedAt": (string | null)
    }
    "PublicFileShare": {
      "company": string
      "content": ({
        "id": string
        "directoryId": (string | null)
        "type": "file" | "directory"
        "name": string
        "size": (number | null)
        "mime": (string | null)
      })[]
    }
    "MyCustomer": {
      "id": string
      "name": string
      "address": string
      "zipCode": string
      "city": string
      "countryCode": string
      "phone": (string | null)
      "pendingPhone": (string | null)
    }
    "My": {
      "email": string
      "pendingEmail": (string | null)
      "company": components['schemas']["MyCompany"]
      "otherSessions": number
      "takesTexts": boolean
      "customers": (components['schemas']["MyCustomer"])[]
      "overview": {
        "invoices": number
        "openInvoices": number
        "outstanding": string
        "offers": number
        "openOffers": number
        "agreements": number
        "openAgreements": number
        "appointments": number
        "comingAppointments": number
        "subscriptions": number
        "punchCards": number
        "fileShares": number
        "fileRequests": number
        "openFileRequests": number
        "conversations": number
        "pages": number
        "forms": number
      }
    }
    "MyInvoice": {
      "id": string
      "invoiceNumber": string
      "recipient": string
      "issuedAt": string
      "dueAt": (string | null)
      "currency": string
      "amount": string
      "outstanding": string
      "state": "open" | "overdue" | "in_installments" | "paid" | "retracted"
    }
    "MyPayment": {
      "id": string
      "kind": "payment" | "chargeback" | "refund"
      "amount": string
      "currency": string
      "method": (string | null)
      "occurredAt": string
      "invoiceId": string
      "invoiceNumber": string
    }
    "MyOffer": {
      "id": string
      "offerNumber": string
      "issuedAt": string
      "expiresAt": string
      "currency": string
      "amount": string
      "state": "open" | "accepted" | "rejected" | "expired"
    }
    "MyAgreement": {
      "id": string
      "name": string
      "signer": string
      "state": "to_sign" | "signed" | "sealed"
      "signedAt": (string | null)
      "createdAt": string
      "href": string
    }
    "MyAppointment": {
      "id": string
      "name": string
      "attendee": string
      "startsAt": string
      "endsAt": string
      "status": "pending" | "scheduled" | "canceled"
      "onlineMeetingLink": (string | null)
    }
    "MySubscription": {
      "id": string
      "description": string
      "status": "planned" | "in_progress" | "terminated" | "ended"
      "startsAt": string
      "renewsAt": (string | null)
      "every": "14 days" | "1 month" | "2 months" | "6 months" | "1 year"
      "amount": string
      "currency": string
    }
    "MyPunchCard": {
      "id": string
      "name": string
      "description": (string | null)
      "punches": number
      "punchesLeft": number
      "punchLabel": string
      "expiresAt": (string | null)
      "issuedAt": string
      "status": "active" | "expired" | "fully_used"
    }
    "MyFileShare": {
      "id": string
      "names": (string)[]
      "createdAt": string
    }
    "MyFileRequest": {
      "id": string
      "names": (string)[]
      "missing": number
      "completedAt": (string | null)
      "createdAt": string
    }
    "MyConversation": {
      "id": string
      "title": string
      "state": "unanswered" | "answered" | "archived"
      "invoiceId": (string | null)
      "lastMessageAt": string
      "lastText": string
      "lastFrom": "customer" | "company"
    }
    "MyMessage": {
      "id": string
      "from": "customer" | "company"
      "author": string
      "html": string
      "postedAt": string
      "attachments": (components['schemas']["Attachment"])[]
    }
    "MyConversationDetails": {
      "id": string
      "title": string
      "state": "unanswered" | "answered" | "archived"
      "invoiceId": (string | null)
      "messages": (components['schemas']["MyMessage"])[]
    }
    "MyTitled": {
      "id": string
      "title": string
    }
    "MyPage": {
      "title": string
      "blocks": (string)[]
      "incomplete": boolean
    }
    "MyForm": {
      "id": string
      "title": string
      "fields": ({
        "name": string
        "label": string
        "type": "text" | "number" | "checkbox" | "date" | "choice"
        "required": boolean
        "options": (string)[]
      })[]
      "values": {
        [name: string]: (string | number | boolean | null)
      }
    }
    "AgreementToSign": {
      "id": string
      "company": {
        "name": string
      }
      "name": string
      "locale": string
      "status": "sent" | "signed"
      "createdAt": string
      "you": {
        "firstName": string
        "lastName": string
        "email": string
        "shouldIdentify": boolean
        "signedAt": (string | null)
        "signatureHash": (string | null)
      }
      "signatures": ({
        "name": string
        "signedAt": (string | null)
      })[]
      "documents": ({
        "id": string
        "documentName": string
        "fileSize": number
        "fileHash": string
      })[]
    }
  }
}

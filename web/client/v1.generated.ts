// Made by `npm run generate` from the OpenAPI document; not to be changed by hand.

export interface paths {
  "/appointments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "start_at"?: string
          "days"?: number
          "customerId"?: string
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
              "data": (components['schemas']["Appointment"])[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "startsAt": string
          "endsAt": string
          "customerId"?: string
          "attendeeName"?: string
          "attendeeEmail"?: string
          "status"?: "scheduled" | "pending"
          "onlineMeetingLink"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Appointment"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/appointments/{appointmentId}": {
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
            "application/json": components['schemas']["Appointment"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "appointmentId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "status"?: "scheduled" | "canceled"
          "name"?: string
          "startsAt"?: string
          "endsAt"?: string
          "onlineMeetingLink"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Appointment"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    delete: {
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
            "application/json": components['schemas']["Appointment"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        409: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/appointments/{appointmentId}/ics": {
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
            "text/calendar": string
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/cms/forms": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
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
              "current_page": number
              "data": (components['schemas']["CmsForm"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "title": string
          "fields": ({
            "name": string
            "label"?: string
            "type"?: "text" | "number" | "checkbox" | "date" | "choice"
            "required"?: boolean
            "options"?: (string)[]
          })[]
          "endpoint"?: {
            "url": string
            "method"?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
          }
          "email"?: string
          "prefill"?: {
            "url": string
            "method"?: "GET" | "POST"
          }
          "auth"?: {
            "type": "none" | "basic" | "header"
            "username"?: string
            "password"?: string
            "value"?: string
          }
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CmsForm"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/cms/forms/{formId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
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
            "application/json": components['schemas']["CmsForm"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path: {
          "formId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "title": string
          "fields": ({
            "name": string
            "label"?: string
            "type"?: "text" | "number" | "checkbox" | "date" | "choice"
            "required"?: boolean
            "options"?: (string)[]
          })[]
          "endpoint"?: {
            "url": string
            "method"?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
          }
          "email"?: string
          "prefill"?: {
            "url": string
            "method"?: "GET" | "POST"
          }
          "auth"?: {
            "type": "none" | "basic" | "header"
            "username"?: string
            "password"?: string
            "value"?: string
          }
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CmsForm"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "formId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CmsForm"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/cms/forms/{formId}/prefill": {
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
            "application/json": components['schemas']["CmsPrefill"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
        503: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/cms/forms/{formId}/submissions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
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
            "application/json": {
              "current_page": number
              "data": (components['schemas']["CmsSubmission"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "formId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "customerId": string
          "values": Record<string, unknown>
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CmsSubmission"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
        503: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/cms/pages": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
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
              "current_page": number
              "data": (components['schemas']["CmsPage"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "title": string
          "blocks": ({
            "type": "text" | "dynamic"
            "html"?: string
            "url"?: string
            "checksumKey"?: string
            "auth"?: {
              "type": "none" | "basic" | "header"
              "username"?: string
              "password"?: string
              "value"?: string
            }
          })[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CmsPage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/cms/pages/{pageId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
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
            "application/json": components['schemas']["CmsPage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put: {
      parameters: {
        query?: never
        header?: never
        path: {
          "pageId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "title": string
          "blocks": ({
            "type": "text" | "dynamic"
            "html"?: string
            "url"?: string
            "checksumKey"?: string
            "auth"?: {
              "type": "none" | "basic" | "header"
              "username"?: string
              "password"?: string
              "value"?: string
            }
          })[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CmsPage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "pageId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CmsPage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/cms/pages/{pageId}/render": {
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
            "application/json": components['schemas']["CmsRenderedPage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/agreements": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
          "status"?: "sent" | "signed"
          "signerEmail"?: string
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
              "current_page": number
              "data": (components['schemas']["Agreement"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
        "multipart/form-data": {
          "name": string
          "signerName": string
          "signerSignatureData": string
          "signers": ({
            "firstName": string
            "lastName": string
            "email": string
            "shouldIdentify"?: boolean
          })[]
          "documents": (Blob)[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["AgreementWithDetails"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/agreements/{agreementId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "agreementId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["AgreementWithDetails"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "agreementId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["AgreementWithDetails"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/agreements/{agreementId}/documents/{documentId}/download": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "agreementId": string
          "documentId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Api_Cloudfile"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/agreements/{agreementId}/signers/{signerId}/reminder": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "agreementId": string
          "signerId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["AgreementWithDetails"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/customers": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
          "cursor"?: string
          "sort"?: "-createdAt" | "createdAt" | "companyName" | "-companyName"
          "email"?: string
          "companyName"?: string
          "externalId"?: string
          "search"?: string
          "customerGroupId"?: string
          "ids"?: string
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
              "current_page": number
              "data": (components['schemas']["Customer"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
              "next_cursor"?: (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "companyName": string
          "address": string
          "zipCode": string
          "city": string
          "primaryEmail": string
          "countryCode"?: string
          "phone"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Customer"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/customers/{customerId}": {
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
            "application/json": components['schemas']["Customer"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "customerId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "companyName"?: string
          "address"?: string
          "zipCode"?: string
          "city"?: string
          "primaryEmail"?: string
          "countryCode"?: string
          "phone"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Customer"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    delete: {
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
            "application/json": components['schemas']["Customer"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/customer-groups": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
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
              "current_page": number
              "data": (components['schemas']["CountedCustomerGroup"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "customers"?: (string)[]
        }
      } }
      responses: {
        201: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerGroup"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/customer-groups/{customerGroupId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "customerGroupId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerGroup"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "customerGroupId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "name": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerGroup"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "customerGroupId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerGroup"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/customer-groups/{customerGroupId}/customers": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "customerGroupId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "customers": (string)[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "data": (components['schemas']["Customer"])[]
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/customer-groups/{customerGroupId}/customers/{customerId}": {
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
          "customerGroupId": string
          "customerId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerGroup"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/files": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
          "directory"?: string
          "sort"?: "-createdAt" | "name"
          "search"?: string
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
              "current_page": number
              "data": (components['schemas']["FileOrDirectory"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post: {
      parameters: {
        query?: {
          "directory"?: string
        }
        header?: never
        path?: never
        cookie?: never
      }
      requestBody: { content: {
        "multipart/form-data": {
          "file"?: Blob
          "name"?: string
        }
        "application/json": {
          "file"?: Blob
          "name"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["FileOrDirectory"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/files/{fileOrDirId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "fileOrDirId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PlacedFile"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "fileOrDirId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "name"?: string
          "directory"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["FileOrDirectory"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "fileOrDirId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["FileOrDirectory"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/files/{fileId}/download": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "fileId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Api_Cloudfile"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/file-requests": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
          "customerId"?: string
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
              "current_page": number
              "data": (components['schemas']["FileRequest"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "description"?: string
          "customerId"?: string
          "directoryId"?: string
          "requestedFiles": ({
            "name": string
            "description"?: string
            "required"?: boolean
            "maxFileSize"?: number
          })[]
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["FileRequest"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/file-requests/{requestId}": {
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
            "application/json": components['schemas']["FileRequest"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "requestId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["FileRequest"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/file-shares": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
          "customerId"?: string
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
              "current_page": number
              "data": (components['schemas']["FileShare"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "content": (string)[]
          "customerId"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["FileShare"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/file-shares/{shareId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "shareId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["FileShare"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "shareId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["FileShare"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/customer-invoices": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
          "cursor"?: string
          "sort"?: "-createdAt" | "createdAt" | "-issuedAt" | "issuedAt"
          "customerId"?: string
          "paid"?: boolean
          "issuedFrom"?: string
          "issuedTo"?: string
          "invoiceNumber"?: string
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
              "current_page": number
              "data": (components['schemas']["CustomerInvoice"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
              "next_cursor"?: (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
        "multipart/form-data": {
          "customerId": string
          "invoiceNumber": string
          "issuedAt": string
          "dueAt"?: string
          "amount": string
          "pdf": Blob
          "paidAt"?: string
          "sendNotification"?: boolean
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerInvoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/customer-invoices/{invoiceId}/pdf": {
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
            "application/json": components['schemas']["Api_Cloudfile"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/customer-invoices/{invoiceId}": {
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
            "application/json": components['schemas']["CustomerInvoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "invoiceId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "paidAt": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerInvoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
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
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerInvoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/customer-invoices/manual": {
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
          "invoiceNumber": string
          "issuedAt": string
          "dueAt"?: string
          "lines": ({
            "description": string
            "amountExclVat": string
            "vatRate": 0 | 9 | 21
          })[]
          "sendNotification"?: boolean
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerInvoice"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/customer-offers": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
          "cursor"?: string
          "sort"?: "-createdAt" | "createdAt"
          "customerId"?: string
          "status"?: "open" | "accepted" | "rejected" | "expired"
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
              "current_page": number
              "data": (components['schemas']["CustomerOffer"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
              "next_cursor"?: (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
        "multipart/form-data": {
          "customerId": string
          "offerNumber": string
          "issuedAt": string
          "expiresAt": string
          "amount": string
          "pdf": Blob
          "sendNotification"?: boolean
          "acceptedAt"?: string
          "acceptedViaIp"?: string
          "acceptedViaUserAgent"?: string
          "rejectedAt"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerOffer"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/customer-offers/{offerId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "offerId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerOffer"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "offerId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "acceptedAt"?: string
          "acceptedViaIp"?: string
          "acceptedViaUserAgent"?: string
          "rejectedAt"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerOffer"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "offerId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerOffer"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/customer-offers/{offerId}/pdf": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "offerId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Api_Cloudfile"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/customer-offers/manual": {
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
          "offerNumber": string
          "issuedAt": string
          "expiresAt": string
          "lines": ({
            "description": string
            "amountExclVat": string
            "vatRate": 0 | 9 | 21
          })[]
          "sendNotification"?: boolean
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerOffer"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/customer-offers/{offerId}/notification": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "offerId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerOffer"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/payment-links": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
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
              "current_page": number
              "data": (components['schemas']["PaymentLink"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "description": string
          "amount": string
          "expiresAt"?: string
          "reusable"?: boolean
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PaymentLink"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/payment-links/{linkId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "linkId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PaymentLink"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "linkId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PaymentLink"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/payment-links/{linkId}/payments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
        }
        header?: never
        path: {
          "linkId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "current_page": number
              "data": (components['schemas']["PaymentLinkPayment"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/punch-cards/{punchCardId}/issued": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
        }
        header?: never
        path: {
          "punchCardId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "current_page": number
              "data": (components['schemas']["PunchCardBought"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "punchCardId": string
        }
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
            "application/json": components['schemas']["PunchCardBought"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/punch-cards/{punchCardId}/sales": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "punchCardId": string
        }
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
            "application/json": components['schemas']["PunchCardSale"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/punch-cards/{punchCardId}/issued/{issuedPunchCardId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "punchCardId": string
          "issuedPunchCardId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PunchCardBought"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/punch-cards/{punchCardId}/issued/{issuedPunchCardId}/stamp": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "punchCardId": string
          "issuedPunchCardId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "stamps": number
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PunchCardBought"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/punch-cards": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
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
              "current_page": number
              "data": (components['schemas']["PunchCard"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "punches": number
          "punchLabel": string
          "description"?: string
          "forSale"?: boolean
          "price"?: string
          "vatRate"?: 0 | 9 | 21
          "expiryValue"?: number
          "expirePeriod"?: "days" | "months" | "years"
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PunchCard"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/punch-cards/{punchCardId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "punchCardId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PunchCard"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "punchCardId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "forSale": boolean
          "price"?: string
          "vatRate"?: 0 | 9 | 21
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["PunchCard"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    delete?: never
  }
  "/customer-subscriptions": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
          "customerId"?: string
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
              "current_page": number
              "data": (components['schemas']["CustomerSubscription"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "description": string
          "startDate": string
          "interval": "14 days" | "1 month" | "2 months" | "6 months" | "1 year"
          "amount": string
          "vatRate": 0 | 9 | 21
          "createInvoice"?: boolean
          "invoiceDescription"?: string
          "createPayment"?: boolean
          "paymentIntegrationMandateId"?: string
          "followUpFailedPayment"?: boolean
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerSubscription"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/customer-subscriptions/{subscriptionId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "subscriptionId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerSubscription"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "subscriptionId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "description"?: string
          "interval"?: "14 days" | "1 month" | "2 months" | "6 months" | "1 year"
          "amount"?: string
          "vatRate"?: 0 | 9 | 21
          "terminatedAt"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerSubscription"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "subscriptionId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerSubscription"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/customer-subscriptions/{subscriptionId}/payments": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
        }
        header?: never
        path: {
          "subscriptionId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "current_page": number
              "data": (components['schemas']["CustomerSubscriptionPayment"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/customer-subscription-packages/{packageId}/sign-up": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "packageId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "customerId"?: string
          "startDate"?: string
          "mandateId"?: string
          "createInvoice"?: boolean
          "invoiceText"?: (string | null)
          "companyName"?: string
          "address"?: string
          "zipCode"?: string
          "city"?: string
          "email"?: string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": (components['schemas']["CustomerSubscription"] | components['schemas']["PendingSignUp"])
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/customer-subscription-packages": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
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
              "current_page": number
              "data": (components['schemas']["CustomerSubscriptionPackage"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "interval": "14 days" | "1 month" | "2 months" | "6 months" | "1 year"
          "amount": string
          "vatRate": 0 | 9 | 21
          "description"?: string
          "availableForSale"?: boolean
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerSubscriptionPackage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/customer-subscription-packages/{packageId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "packageId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerSubscriptionPackage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "packageId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "name"?: string
          "interval"?: "14 days" | "1 month" | "2 months" | "6 months" | "1 year"
          "amount"?: string
          "vatRate"?: 0 | 9 | 21
          "description"?: string
          "availableForSale"?: boolean
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerSubscriptionPackage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "packageId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["CustomerSubscriptionPackage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/invoices": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
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
              "current_page": number
              "data": (components['schemas']["Invoice"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/tickets/{ticketId}/message/{messageId}/attachment": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "ticketId": string
          "messageId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "multipart/form-data": {
          "attachment": Blob
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["TicketWithMessage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/tickets/{ticketId}/message/{messageId}/attachment/{attachmentId}/download": {
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
            "application/json": components['schemas']["Api_Cloudfile"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/tickets": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
          "cursor"?: string
          "sort"?: "-createdAt" | "createdAt"
          "status"?: "open" | "closed"
          "customerId"?: string
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
              "current_page": number
              "data": (components['schemas']["Ticket"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
              "next_cursor"?: (string | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "isPostedByCustomer"?: boolean
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["TicketWithMessage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/tickets/{ticketId}": {
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
            "application/json": components['schemas']["TicketWithMessage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
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
            "application/json": components['schemas']["TicketWithMessage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "ticketId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["TicketWithMessage"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    delete?: never
  }
  "/webhooks/{webhookId}/deliveries": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
          "status"?: "pending" | "delivered" | "failed"
        }
        header?: never
        path: {
          "webhookId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "current_page": number
              "data": (components['schemas']["WebhookDelivery"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    post?: never
    put?: never
    patch?: never
    delete?: never
  }
  "/webhooks/{webhookId}/deliveries/{deliveryId}/resend": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "webhookId": string
          "deliveryId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["WebhookDelivery"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/webhooks/{webhookId}/test": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "webhookId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["WebhookDelivery"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/webhooks/{webhookId}/replay": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "webhookId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "since": string
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": {
              "events": number
              "more": boolean
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/webhooks": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: {
          "page"?: number
          "per_page"?: number
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
              "current_page": number
              "data": (components['schemas']["Webhook"])[]
              "first_page_url": string
              "from": (number | null)
              "next_page_url": (string | null)
              "path": string
              "per_page": number
              "prev_page_url": (string | null)
              "to": (number | null)
            }
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "url": string
          "type": "appointment-created" | "appointment-canceled" | "customer-created" | "customer-deleted" | "offer-created" | "offer-deleted" | "offer-accepted" | "offer-rejected" | "invoice-created" | "invoice-chargeback" | "invoice-paid" | "invoice-deleted" | "payment-link-created" | "payment-link-expired" | "payment-link-paid" | "ticket-created" | "ticket-reply-customer" | "ticket-reply-employee" | "subscription-created" | "subscription-updated" | "subscription-deleted" | "subscription-payment-created" | "subscription-payment-updated"
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Webhook"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    put?: never
    patch?: never
    delete?: never
  }
  "/webhooks/{webhookId}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get: {
      parameters: {
        query?: never
        header?: never
        path: {
          "webhookId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Webhook"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
          "webhookId": string
        }
        cookie?: never
      }
      requestBody: { content: {
        "application/json": {
          "url"?: string
          "enabled"?: boolean
        }
      } }
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Webhook"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        422: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
    delete: {
      parameters: {
        query?: never
        header?: never
        path: {
          "webhookId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Webhook"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
          }
        }
      }
    }
  }
  "/webhooks/{webhookId}/rotate-secret": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post: {
      parameters: {
        query?: never
        header?: never
        path: {
          "webhookId": string
        }
        cookie?: never
      }
      requestBody?: never
      responses: {
        200: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Webhook"]
          }
        }
        401: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        403: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        404: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        426: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_ApiError"]
          }
        }
        429: {
          headers: Record<string, unknown>
          content: {
            "application/json": components['schemas']["Error_RateLimit"]
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
    "Error_ApiError": {
      "message": string
    }
    "Error_RateLimit": {
      "code": 429
      "message": string
    }
    "Appointment": {
      "id": string
      "customerId": (string | null)
      "name": string
      "attendeeName": string
      "attendeeEmail": string
      "startsAt": string
      "endsAt": string
      "status": "scheduled" | "canceled" | "pending"
      "onlineMeetingLink": (string | null)
      "createdAt": string
    }
    "CmsPage": {
      "id": string
      "title": string
      "blocks": ({
        "type": "text" | "dynamic"
        "html": (string | null)
        "url": (string | null)
        "auth": ({
          "type": "none" | "basic" | "header"
        } | null)
      })[]
      "createdAt": string
    }
    "CmsRenderedPage": {
      "pageId": string
      "customerId": string
      "title": string
      "blocks": ({
        "type": "text" | "dynamic"
        "html": (string | null)
        "problem": (string | null)
      })[]
    }
    "CmsForm": {
      "id": string
      "title": string
      "fields": ({
        "name": string
        "label": string
        "type": "text" | "number" | "checkbox" | "date" | "choice"
        "required": boolean
        "options": (string)[]
      })[]
      "endpoint": ({
        "url": string
        "method": "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
      } | null)
      "email": (string | null)
      "prefill": ({
        "url": string
        "method": "GET" | "POST"
      } | null)
      "auth": {
        "type": "none" | "basic" | "header"
      }
      "createdAt": string
    }
    "CmsSubmission": {
      "id": string
      "formId": string
      "customerId": string
      "values": {
        [name: string]: (string | number | boolean | null)
      }
      "createdAt": string
    }
    "CmsPrefill": {
      "formId": string
      "customerId": string
      "values": {
        [name: string]: (string | number | boolean | null)
      }
    }
    "Api_Cloudfile": {
      "link": string
      "expiresAt": string
    }
    "Agreement": {
      "id": string
      "name": string
      "status": "sent" | "signed"
      "signerName": string
      "signerCount": number
      "signatureCount": number
      "createdAt": string
    }
    "AgreementWithDetails": {
      "id": string
      "name": string
      "status": "sent" | "signed"
      "signerName": string
      "signerSignature": string
      "signerSignatureHash": string
      "signers": ({
        "id": string
        "firstName": string
        "lastName": string
        "email": string
        "shouldIdentify": boolean
        "signature": (string | null)
        "signatureHash": (string | null)
        "signedAt": (string | null)
      })[]
      "documents": ({
        "id": string
        "documentName": string
        "fileSize": number
        "fileHash": string
      })[]
      "createdAt": string
    }
    "Customer": {
      "id": string
      "companyName": string
      "address": string
      "zipCode": string
      "city": string
      "countryCode": string
      "primaryEmail": string
      "phone": (string | null)
      "integration": (string | null)
      "integrationId": (string | null)
      "customerGroups": (string)[]
      "createdAt": string
    }
    "CustomerGroup": {
      "id": string
      "name": string
      "createdAt": string
    }
    "CountedCustomerGroup": {
      "id": string
      "name": string
      "createdAt": string
      "customerCount": number
    }
    "FileOrDirectory": {
      "id": string
      "type": "file" | "directory"
      "name": string
      "size": (number | null)
      "mime": (string | null)
      "fileShareId": (string | null)
      "createdAt": string
    }
    "PlacedFile": {
      "id": string
      "type": "file" | "directory"
      "name": string
      "size": (number | null)
      "mime": (string | null)
      "fileShareId": (string | null)
      "createdAt": string
      "directories": ({
        "id": string
        "name": string
      })[]
    }
    "FileRequest": {
      "id": string
      "name": string
      "description": (string | null)
      "directoryId": (string | null)
      "customerId": (string | null)
      "requestedFiles": ({
        "id": string
        "name": string
        "description": (string | null)
        "required": boolean
        "maxFileSize": number
        "uploadedFileId": (string | null)
      })[]
      "completedAt": (string | null)
      "createdAt": string
      "links": {
        "customer": ({
          "href": string
          "type": string
        } | null)
        "publicRequest": {
          "href": string
          "type": string
        }
      }
    }
    "FileShare": {
      "id": string
      "sharedWithCustomerId": (string | null)
      "sharedContent": (components['schemas']["FileOrDirectory"])[]
      "createdAt": string
      "links": {
        "customer": ({
          "href": string
          "type": string
        } | null)
        "publicShare": {
          "href": string
          "type": string
        }
      }
    }
    "CustomerInvoice": {
      "id": string
      "customerId": string
      "invoiceNumber": string
      "issuedAt": string
      "dueAt": (string | null)
      "currency": string
      "amount": string
      "paidAt": (string | null)
      "createdAt": string
      "links": {
        "customer": {
          "href": string
          "type": string
        }
        "onlinePaymentLink": {
          "href": string
          "type": string
        }
      }
    }
    "CustomerOffer": {
      "id": string
      "customerId": string
      "offerNumber": string
      "issuedAt": string
      "expiresAt": string
      "currency": string
      "amount": string
      "acceptedAt": (string | null)
      "acceptedViaIp": (string | null)
      "acceptedViaUserAgent": (string | null)
      "acceptanceSignature": (string | null)
      "rejectedAt": (string | null)
      "createdAt": string
      "links": {
        "customer": {
          "href": string
          "type": string
        }
        "publicOffer": {
          "href": string
          "type": string
        }
      }
    }
    "PaymentLink": {
      "id": string
      "description": string
      "currency": string
      "amount": string
      "reusable": boolean
      "expiresAt": (string | null)
      "status": "open" | "paid" | "expired" | "closed"
      "checkoutUrl": (string | null)
      "createdAt": string
    }
    "PaymentLinkPayment": {
      "id": string
      "paymentLinkId": string
      "currency": string
      "amount": string
      "status": "open" | "pending" | "authorized" | "paid" | "failed" | "canceled" | "expired" | "refunded" | "charged_back"
      "payersName": (string | null)
      "integration": string
      "integrationId": (string | null)
      "createdAt": string
    }
    "PunchCard": {
      "id": string
      "name": string
      "description": (string | null)
      "punches": number
      "punchLabel": string
      "forSale": boolean
      "price": (string | null)
      "vatRate": (number | null)
      "expiryValue": (number | null)
      "expiryPeriode": ("days" | "months" | "years" | null)
      "createdAt": string
    }
    "PunchCardBought": {
      "id": string
      "punchCardId": string
      "customerId": string
      "punchesLeft": number
      "status": "active" | "expired" | "fully_used"
      "expiresAt": (string | null)
      "issuedAt": string
    }
    "PunchCardSale": {
      "id": string
      "punchCardId": string
      "customerId": string
      "currency": string
      "amount": string
      "checkoutUrl": string
    }
    "CustomerSubscription": {
      "id": string
      "customerId": string
      "description": string
      "startsAt": string
      "interval": "14 days" | "1 month" | "2 months" | "6 months" | "1 year"
      "renewsAt": string
      "currency": string
      "amount": string
      "vatRate": number
      "status": "planned" | "in_progress" | "terminated" | "ended"
      "options": {
        "createInvoice": boolean
        "invoiceDescription": (string | null)
      }
      "terminatedAt": (string | null)
      "createdAt": string
    }
    "CustomerSubscriptionPayment": {
      "id": string
      "subscriptionId": string
      "invoiceId": (string | null)
      "termStartsAt": string
      "currency": string
      "amount": string
      "status": "open" | "pending" | "authorized" | "paid" | "failed" | "canceled" | "expired" | "refunded" | "charged_back"
      "integration": string
      "integrationId": (string | null)
      "createdAt": string
    }
    "CustomerSubscriptionPackage": {
      "id": string
      "name": string
      "description": (string | null)
      "interval": "14 days" | "1 month" | "2 months" | "6 months" | "1 year"
      "currency": string
      "amount": string
      "vatRate": number
      "availableForSale": boolean
    }
    "PendingSignUp": {
      "id": string
      "paymentLink": string
      "expiresAt": string
    }
    "Invoice": {
      "id": string
      "invoiceNumber": string
      "lines": ({
        "id": string
        "description": string
        "quantity": number
        "currency": string
        "amountExclVat": number
        "vatRate": number
        "vatAmount": number
        "amountInclVat": number
      })[]
      "currency": string
      "subtotalAmount": number
      "vatAmount": number
      "totalAmount": number
      "issuedAt": string
      "isPaid": boolean
    }
    "TicketMessageAttachment": {
      "id": string
      "name": string
      "size": number
      "mime": string
    }
    "TicketMessage": {
      "id": string
      "postedBy": string
      "isPostedByCustomer": boolean
      "message": string
      "postedAt": string
      "attachments": ((components['schemas']["TicketMessageAttachment"])[] | null)
    }
    "Ticket": {
      "id": string
      "customerId": (string | null)
      "title": string
      "source": "portal" | "email" | "chat"
      "status": "open" | "closed"
      "createdAt": string
    }
    "TicketWithMessage": {
      "id": string
      "customerId": (string | null)
      "title": string
      "source": "portal" | "email" | "chat"
      "status": "open" | "closed"
      "createdAt": string
      "messages": (components['schemas']["TicketMessage"])[]
    }
    "Webhook": {
      "id": string
      "type": "appointment-created" | "appointment-canceled" | "customer-created" | "customer-deleted" | "offer-created" | "offer-deleted" | "offer-accepted" | "offer-rejected" | "invoice-created" | "invoice-chargeback" | "invoice-paid" | "invoice-deleted" | "payment-link-created" | "payment-link-expired" | "payment-link-paid" | "ticket-created" | "ticket-reply-customer" | "ticket-reply-employee" | "subscription-created" | "subscription-updated" | "subscription-deleted" | "subscription-payment-created" | "subscription-payment-updated"
      "url": string
      "secret": string
      "createdAt": string
      "enabled": boolean
      "disabledReason": ("by_hand" | "gone" | "failing" | null)
    }
    "WebhookAttempt": {
      "attemptedAt": string
      "durationMs": number
      "url": string
      "status": (number | null)
      "error": (string | null)
      "response": (string | null)
    }
    "WebhookDelivery": {
      "id": string
      "eventId": string
      "status": "pending" | "delivered" | "failed"
      "createdAt": string
      "nextAttemptAt": (string | null)
      "request": (string | null)
      "attempts": (components['schemas']["WebhookAttempt"])[]
    }
  }
}
